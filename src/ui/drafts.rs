//! What is typed and not yet said: text boxes and choices, until an action commits them.

use std::net::IpAddr;

use crate::domain::address::{Network, can_be_street};
use crate::domain::catalog;
use crate::domain::dialling::{Password, RehearsalOrder};
use crate::domain::office::Answers;
use crate::domain::outbound::host_in;
use crate::domain::own::{self, Numbers};
use crate::domain::service::{Direction, Need, Profile, ProfileId};

/// Profile that stands in while the owner does not know theirs; the wizard takes the same.
const UNKNOWN_SYSTEM: &str = "generic-sip";

/// Uses that are offered, in this order.
const USUAL: [&str; 6] = ["remote-phones", "apps", "site-link", "sip-trunk", "fax", "provisioning"];

/// What is typed.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four switches that have nothing to do with each other")]
pub(super) struct Drafts {
    /// Answers that are chosen and not typed.
    pub answers: Answers,
    /// Server name typed into the phones outside.
    pub phones_use: String,
    /// Calls at the busiest moment.
    pub calls: String,
    /// Networks, separated by commas.
    pub trusted: String,
    /// The phone system's address.
    pub pbx: String,
    /// The office's street address.
    pub street: String,
    /// The street address that was typed is being typed anew.
    pub street_again: bool,
    /// The street address of a colleague who walks.
    pub own_street: String,
    /// A colleague's invitation.
    pub their_code: String,
    /// A colleague's answer.
    pub result_code: String,
    /// Name of an own phone system.
    pub own_name: String,
    /// Its number for calls.
    pub own_bell: String,
    /// Its numbers for voices.
    pub own_voices: String,
    /// The own phone system that was chosen because it was made.
    pub own_chosen: Option<ProfileId>,
    /// Link of a standing helper.
    pub helper: String,
    /// The phone company's server.
    pub provider: String,
    /// A STUN server.
    pub stun: String,
    /// A real extension, for a safety test. Never kept.
    pub extension: String,
    /// Adapter to make safety tests from; none: inside the office.
    pub safety_from: Option<String>,
    /// Adapter to walk from; none: whatever the system uses.
    pub interface: Option<String>,
    /// The other adapter was offered once; after that the owner's choice stands.
    pub adapter_offered: bool,
    /// What was copied last.
    pub copied: Option<String>,
    /// Re-checks in this sitting that did not end well.
    pub rechecks: u32,
    /// Phone system that a played phone signs in at.
    pub server: String,
    /// Its extension.
    pub user: String,
    /// Its password, until it was used once.
    pub password: Password,
    /// What it calls.
    pub number: String,
    /// The page of the played phone was filled in once with what is known: of this office, or of a colleague's, whose
    /// address stands here.
    pub phone_filled: Option<String>,
    /// Whether anybody is on the phone is being asked, before a repair.
    pub repair_asked: bool,
    /// What the phone system printed, as pasted.
    pub block: String,
    /// The practice offices are shown.
    pub practice_open: bool,
    /// What the menu did last, until the next step.
    pub told: Option<Told>,
}

/// Something that the menu did, which the top of the screen tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The report was saved, or is being saved.
    Saved,
    /// It was copied.
    Copied,
}

impl Drafts {
    /// Starts from these answers.
    pub fn new(answers: &Answers) -> Self {
        let mut drafts = Self::default();
        drafts.load(answers);
        drafts
    }

    /// Takes answers over, as from a practice office's story.
    pub fn load(&mut self, answers: &Answers) {
        self.answers = answers.clone();
        if self.answers.using.is_empty() {
            self.answers.using = vec!["remote-phones".to_owned()];
        }
        self.phones_use = answers.phones_use.clone().unwrap_or_default();
        self.calls = answers.calls.map(|c| c.to_string()).unwrap_or_default();
        self.trusted = answers.trusted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        self.pbx = answers.pbx.map(|a| a.to_string()).unwrap_or_default();
        self.provider = answers.provider.clone().unwrap_or_default();
        self.street = answers.public_address.map(|a| a.to_string()).unwrap_or_default();
        self.street_again = false;
    }

    /// The profile whose uses are offered.
    pub fn profile(&self) -> Option<&'static Profile> {
        let unknown = ProfileId(UNKNOWN_SYSTEM.to_owned());
        catalog::profile(self.answers.system.as_ref().unwrap_or(&unknown))
    }

    /// Uses that the profile's entrances serve, the usual ones first. The phone system's own pages and what stays
    /// inside are no entrances for visitors; they are shown only where they were named before.
    pub fn uses(&self) -> Vec<String> {
        let mut uses: Vec<String> = Vec::new();
        let rows = self.profile().into_iter().flat_map(|p| &p.services);
        for used_for in rows.filter(|s| s.need != Need::Never && s.direction == Direction::Inbound).map(|s| &s.used_for)
        {
            for used in used_for {
                let offered = USUAL.contains(&used.as_str()) || self.answers.using.contains(used);
                if offered && !uses.contains(used) {
                    uses.push(used.clone());
                }
            }
        }
        uses.sort_by_key(|u| USUAL.iter().position(|known| known == u).unwrap_or(USUAL.len()));
        uses
    }

    /// Another phone system: uses that it does not have are dropped.
    pub fn choose_system(&mut self, system: Option<ProfileId>) {
        self.answers.system = system;
        let fitting = self.profile().map(Profile::fitting_words).unwrap_or_default();
        self.answers.using.retain(|u| fitting.contains(u));
    }

    /// Ticks or unticks a use.
    pub fn set_use(&mut self, id: &str, wanted: Wanted) {
        self.answers.using.retain(|u| u != id);
        if wanted == Wanted::Yes {
            self.answers.using.push(id.to_owned());
        }
    }

    /// Calls as a number; an empty box is not wrong.
    pub fn calls(&self) -> Result<Option<u16>, ()> {
        typed(&self.calls).map(|t| t.parse::<u16>().ok().filter(|c| *c > 0).ok_or(())).transpose()
    }

    /// Networks; an empty box is not wrong.
    pub fn trusted(&self) -> Result<Vec<Network>, String> {
        let parts = self.trusted.split([',', ';', ' ', '\n']).filter(|p| !p.is_empty());
        parts.map(|p| p.parse::<Network>().map_err(|_| p.to_owned())).collect()
    }

    /// The phone system's address; an empty box is not wrong.
    pub fn pbx(&self) -> Result<Option<IpAddr>, ()> {
        typed(&self.pbx).map(|t| t.parse().map_err(|_| ())).transpose()
    }

    /// The street address; an empty box is not wrong.
    pub fn street(&self) -> Result<Option<IpAddr>, ()> {
        street_in(&self.street)
    }

    /// The same of a colleague who walks.
    pub fn own_street(&self) -> Result<Option<IpAddr>, ()> {
        street_in(&self.own_street)
    }

    /// What a played phone is told.
    pub fn phone(&self) -> RehearsalOrder {
        RehearsalOrder {
            server: self.server.trim().to_owned(),
            user: self.user.trim().to_owned(),
            password: self.password.clone(),
            number: self.number.trim().to_owned(),
            interface: self.interface.clone(),
            code: None,
        }
    }

    /// An own phone system like the chosen one, when its boxes can be read.
    pub fn own_profile(&self) -> Result<Profile, ()> {
        let chosen = self.profile().ok_or(())?;
        let base = chosen.based_on.as_ref().map_or(Some(chosen), catalog::embedded).ok_or(())?;
        let name = typed(&self.own_name).ok_or(())?.to_owned();
        let bell = typed(&self.own_bell).map(|t| t.parse().map_err(|_| ())).transpose()?;
        let voices = typed(&self.own_voices).map(|t| own::range(t).ok_or(())).transpose()?;
        Ok(own::made_from(base, &Numbers { name, bell, voices }))
    }

    /// True when every box can be read.
    pub fn is_sound(&self) -> bool {
        self.calls().is_ok() && self.trusted().is_ok() && self.pbx().is_ok()
    }

    /// The answers as they stand, if every box can be read.
    pub fn answers(&self) -> Option<Answers> {
        let mut answers = self.answers.clone();
        answers.phones_use = typed(&self.phones_use).map(|t| host_in(t).unwrap_or_else(|| t.to_owned()));
        answers.calls = self.calls().ok()?;
        answers.trusted = self.trusted().ok()?;
        answers.pbx = self.pbx().ok()?;
        Some(answers)
    }
}

/// A tick box of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Ticked.
    Yes,
    /// Not ticked.
    No,
}

/// A street address, where one was typed.
fn street_in(text: &str) -> Result<Option<IpAddr>, ()> {
    let known = |t: &str| t.parse().ok().filter(|ip| can_be_street(*ip)).ok_or(());
    typed(text).map(known).transpose()
}

/// What stands in a box, if anything does.
fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|t| !t.is_empty())
}
