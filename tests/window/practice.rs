//! The window with the real engine on the practice office: real sockets, real answers, and only words on buttons.

use std::sync::Arc;

use separate_entrance::domain::message::Event;
use separate_entrance::domain::report::{TopVerdict, Verdict};
use separate_entrance::engine::{Engine, Place};
use separate_entrance::wizard::{Knock, Step};

use crate::sitting::{Screen, Sitting, open, press, word};

/// The engine behind the window.
struct Office {
    engine: Engine,
}

impl Office {
    fn open(scenario: &str, screen: &mut Screen) -> Self {
        let engine = Engine::start(Place::Practice(scenario.to_owned()), None, Arc::new(|| {})).unwrap();
        let mut office = Self { engine };
        while let Some((run, event)) = office.engine.wait_next() {
            let opened = matches!(event, Event::Journal(_));
            screen.state_mut().window.receive(run, event);
            if opened {
                break;
            }
        }
        office
    }

    /// Lets the engine work until the window waits for the person again.
    fn work(&mut self, screen: &mut Screen) {
        loop {
            let sitting = screen.state_mut();
            let fresh = std::mem::take(&mut sitting.orders);
            for (run, command) in fresh {
                assert!(self.engine.send(run, command));
            }
            if !sitting.window.wizard().is_busy() {
                break;
            }
            let (run, event) = self.engine.wait_next().unwrap();
            let orders = sitting.window.receive(run, event);
            sitting.orders.extend(orders);
        }
        screen.run();
    }

    fn press(&mut self, screen: &mut Screen, key: &str) {
        press(screen, &word(key));
        self.work(screen);
    }
}

#[test]
fn the_whole_job_is_done_by_the_words_on_the_buttons_in_a_practice_office() {
    let mut screen = open(Sitting::new(None), [1280.0, 1600.0], egui::Theme::Light);
    let mut office = Office::open("nothing-opened", &mut screen);
    office.press(&mut screen, "window-check-mine");
    office.press(&mut screen, "window-next");
    assert!(matches!(screen.state().step(), Step::Router(_)));
    office.press(&mut screen, "window-next");
    assert!(matches!(screen.state().step(), Step::Phones(_)));
    office.press(&mut screen, "window-next");
    assert_eq!(*screen.state().step(), Step::Knock(Knock::Choose));
    office.press(&mut screen, "window-step-outside");
    let Step::Offer(plan) = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert!(!plan.changes.is_empty());
    let args = [("count".to_owned(), "2".to_owned())].into();
    let approve = separate_entrance::text::Text::new("en").get("window-approve-many", &args);
    press(&mut screen, &approve);
    office.work(&mut screen);
    office.press(&mut screen, "window-make-it-last");
    office.press(&mut screen, "window-knock-now");
    office.press(&mut screen, "window-step-outside");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
    assert_eq!(report.service("sip-udp").map(|s| s.verdict), Some(Verdict::Verified));

    // Re-check, then take everything back.
    office.press(&mut screen, "window-recheck");
    assert!(matches!(screen.state().step(), Step::Results { before: Some(_), .. } | Step::Results { .. }));
    let ours = screen.state().window.wizard().undoable().len();
    assert_eq!(ours, plan.changes.changes.len());
    let args = [("count".to_owned(), ours.to_string())].into();
    let undo = separate_entrance::text::Text::new("en").get("window-undo-all-many", &args);
    press(&mut screen, &undo);
    office.work(&mut screen);
    assert!(screen.state().window.wizard().undoable().is_empty());
}
