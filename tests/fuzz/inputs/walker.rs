//! The fuzzer plays the colleague who was sent a code, and brings home anything. The real engine hands out the codes and
//! reads what comes.

use std::cell::RefCell;
use std::sync::Arc;

use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::{Command, Event, InviteOrder, RunId};
use separate_entrance::domain::office::Answers;
use separate_entrance::domain::report::{Verdict, Walker};
use separate_entrance::domain::service::ProfileId;
use separate_entrance::engine::{Engine, Place};
use separate_entrance::helper::doors;
use separate_entrance::helper::fuzzed::{self, Answer};
use separate_entrance::helper::invitation::Invitation;

/// An office that hands out codes and reads what walkers bring.
struct Sitting {
    engine: Engine,
    run: u64,
    /// Codes handed out.
    codes: u32,
    _folder: tempfile::TempDir,
}

thread_local! {
    static SITTING: RefCell<Option<Sitting>> = const { RefCell::new(None) };
}

impl Sitting {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Practice("all-well".to_owned());
        let mut engine = Engine::start(place, Some(folder.path().to_owned()), Arc::new(|| {})).unwrap();
        while !matches!(engine.wait_next(), Some((_, Event::Journal(_)))) {}
        Self { engine, run: 0, codes: 0, _folder: folder }
    }

    fn carry_out(&mut self, command: Command) -> Vec<Event> {
        self.run += 1;
        assert!(self.engine.send(RunId(self.run), command));
        let mut heard = Vec::new();
        loop {
            let (_, event) = self.engine.wait_next().expect("the engine ended");
            if matches!(event, Event::Finished { .. }) {
                return heard;
            }
            heard.push(event);
        }
    }
}

/// Is the colleague who was sent a code, and brings home anything, proved with the code's own secret.
pub fn walker(data: &[u8]) {
    let Some((&[choice, high, low], content)) = data.split_first_chunk::<3>() else { return };
    SITTING.with_borrow_mut(|sitting| {
        let sitting = sitting.get_or_insert_with(Sitting::new);
        sitting.codes += 1;
        let codes = sitting.codes;
        let profile = ProfileId("freepbx".to_owned());
        let services = doors::selectable(catalog::embedded(&profile).unwrap()).map(|s| s.id.clone()).collect();
        let address = "203.0.113.7".parse().unwrap();
        let order =
            InviteOrder { address, profile: profile.clone(), services, walker: Walker::Colleague, voice_ports: None };
        let heard = sitting.carry_out(Command::Invite(order));
        let code =
            heard.iter().find_map(|e| if let Event::Invited { code, .. } = e { Some(code.clone()) } else { None });
        let invitation = Invitation::decode(&code.expect("a code")).unwrap();
        let answer = [Answer::Walk, Answer::WalkWithVoice, Answer::Call][usize::from(choice) % 3];
        let code = fuzzed::proved(&invitation, answer, content, usize::from(u16::from_be_bytes([high, low])));
        let answers = Answers { system: Some(profile), using: vec!["remote-phones".to_owned()], ..Answers::default() };
        let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
        for event in sitting.carry_out(Command::ReadResult { code: code.clone() }) {
            case.absorb(&event);
        }
        let evidence = &case.evidence;
        assert!(evidence.iter().all(|e| e.target.ip() == invitation.address), "{evidence:#?}");
        let report = judge(&case);
        assert!(report.services.iter().all(|s| s.verdict != Verdict::Verified), "on a walker's word alone");
        // Each code is taken once, unless it tells of a call, which may be made again. A practice office makes all its
        // codes of one secret, so as often as it made one.
        if !evidence.is_empty() && choice % 3 != 2 {
            let mut refused = |_| {
                let again = sitting.carry_out(Command::ReadResult { code: code.clone() });
                again.iter().any(|e| matches!(e, Event::Problem(p) if p.code == "code-used"))
            };
            assert!((0..=codes).any(&mut refused), "one code is taken again and again");
        }
    });
}

pub fn walker_seeds() -> Vec<Vec<u8>> {
    super::codes::answers_seeds()
}
