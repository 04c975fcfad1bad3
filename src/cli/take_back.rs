//! What is asked before the program is removed: entrances that it opened would stay open, and without it nobody knows any
//! more that they were opened for this office. It never stands in the way of a removal.

use std::collections::{BTreeMap, BTreeSet};

use super::args::Selectors;
use super::session::{Session, now};
use super::{consent, open, word, words};
use crate::domain::case::Case;
use crate::domain::change::JournalEntry;
use crate::domain::message::{Command, Problem};
use crate::domain::office::Answers;
use crate::domain::service::PortRange;
use crate::engine::Place;
use crate::store::{Store, usual_folder};
use crate::text::Text;

/// What the journal holds open; never empty.
#[derive(Debug)]
pub struct StillOpen {
    entries: Vec<JournalEntry>,
}

/// How a taking back ended.
#[derive(Debug)]
pub struct TakenBack {
    /// Everything was taken back, or turned out not to be ours any more.
    pub is_all: bool,
    /// What is told.
    pub words: String,
}

impl StillOpen {
    /// Reads the journal. None: nothing is open, or there is nothing that could be read.
    pub fn read() -> Option<Self> {
        // Opening the store makes its folder, and whoever never used the program has none.
        let dir = usual_folder().ok().filter(|dir| dir.is_dir())?;
        let (store, _) = Store::open(Some(dir)).ok()?;
        Self::among(store.journal().entries())
    }

    fn among(mut entries: Vec<JournalEntry>) -> Option<Self> {
        entries.retain(JournalEntry::is_open);
        (!entries.is_empty()).then_some(Self { entries })
    }

    /// What is asked, with everything that it is about.
    pub fn question(&self, text: &Text) -> String {
        let routers: BTreeSet<_> = self.entries.iter().map(|e| e.gateway).collect();
        let routers = routers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let values = [("ports", self.ports()), ("router", routers)];
        words(text, "take-back-ask", values).trim_end().to_owned()
    }

    /// Asks at the terminal; without one nobody is there to say yes.
    pub fn is_wanted(&self, text: &Text) -> bool {
        consent(&self.question(text), text).unwrap_or(false)
    }

    /// Asks the routers, and tells what is open after it.
    pub fn take_back(&self, text: &Text) -> TakenBack {
        let entries = self.entries.clone();
        let (left, why) = match self.ask_routers(text) {
            Ok((journal, why)) => (Self::among(journal), why),
            Err(why) => (Self::among(entries), Some(why)),
        };
        let Some(left) = left else { return TakenBack { is_all: true, words: word(text, "take-back-done") } };
        let why = why.map(|p| text.get(&format!("problem-{}", p.code), &p.args)).unwrap_or_default();
        let told = words(text, "take-back-left", [("ports", left.ports()), ("why", why)]);
        TakenBack { is_all: false, words: told.trim_end().to_owned() }
    }

    /// The journal afterwards, with what went wrong.
    fn ask_routers(&self, text: &Text) -> Result<(Vec<JournalEntry>, Option<Problem>), Problem> {
        let mut session = Session::start(Place::Real, Case::new(now(), Answers::default()), text)?;
        open::look_at_who_opened(&mut session, &Selectors::default(), text)?;
        let ended = session.carry_out(Command::Undo(self.entries.iter().map(|e| e.id).collect()));
        Ok((session.case.journal.clone(), ended.err()))
    }

    /// The street numbers, those beside each other as a range.
    fn ports(&self) -> String {
        let mut ports: BTreeMap<&'static str, BTreeSet<u16>> = BTreeMap::new();
        for entry in &self.entries {
            ports.entry(entry.change.protocol.name()).or_default().insert(entry.change.external_port);
        }
        let mut told = Vec::new();
        for (protocol, ports) in ports {
            let ports: Vec<u16> = ports.into_iter().collect();
            for run in ports.chunk_by(|a, b| a.checked_add(1) == Some(*b)) {
                if let (Some(first), Some(last)) = (run.first(), run.last()) {
                    told.push(format!("{protocol} {}", PortRange::from((*first, *last))));
                }
            }
        }
        told.join(", ")
    }
}
