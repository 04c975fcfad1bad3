//! What a system asks or forbids at the first start: said before it asks, and told from a router that says nothing.

use separate_entrance::domain::message::{Command, Event};
use separate_entrance::domain::office::{Gateway, HostFilter};
use separate_entrance::domain::probe::Outcome;
use separate_entrance::domain::report::Looked;
use separate_entrance::wizard::{Action, Search, Step};

use crate::screens::Named;
use crate::sitting::{Sitting, answers, open, press, said, word};

const SIZE: [f32; 2] = [1120.0, 1600.0];
const NOTES: [&str; 2] = ["window-first-start-macos", "window-first-start-windows"];

/// Turned down by a Mac, and kept from hearing by a firewall of Windows.
fn walls() -> [HostFilter; 2] {
    let mac = HostFilter { search_turned_down: true, router_turned_down: true, ..HostFilter::on("macos") };
    let windows =
        HostFilter { by_datagram: Outcome::Silent, by_connection: Outcome::Answered, ..HostFilter::on("windows") };
    [mac, windows]
}

/// The router was searched for, and this is what kept it away.
fn searched(filter: HostFilter) -> Sitting {
    let mut sitting = Sitting::new(Some(answers()));
    sitting.act(Action::CheckMine);
    sitting.act(Action::Next);
    let mut router = Gateway::unknown("192.168.77.1".parse().unwrap());
    router.is_default = true;
    sitting.say(Event::Gateway(router));
    sitting.say(Event::HostFilter(Some(filter)));
    sitting.say(Event::Looked(Looked::Network));
    sitting.say(Event::Looked(Looked::Router));
    sitting.finish();
    sitting
}

pub fn states() -> Vec<Named> {
    let [mac, windows] = walls().map(searched);
    let mut welcome = Sitting::new(None);
    welcome.window.runs_on("macos");
    vec![
        ("welcome, on a Mac", welcome),
        ("router, turned down by a Mac", mac),
        ("router, kept out by a firewall", windows),
    ]
}

#[test]
fn what_the_system_will_ask_is_said_before_it_asks_and_nowhere_else() {
    for (system, asks) in [("macos", Some(NOTES[0])), ("windows", Some(NOTES[1])), ("linux", None), ("freebsd", None)] {
        let mut sitting = Sitting::new(None);
        sitting.window.runs_on(system);
        let mut screen = open(sitting, SIZE, egui::Theme::Light);
        for note in NOTES {
            assert_eq!(said(&screen).contains(&word(note)), asks == Some(note), "{note} on {system}");
        }
        // A practice office never leaves this computer.
        let story = Event::Practice { scenario: "all-well".to_owned(), answers: Box::new(answers()), before: None };
        screen.state_mut().say(story);
        screen.run();
        assert!(NOTES.iter().all(|note| !said(&screen).contains(&word(note))), "practice on {system}");
    }
}

#[test]
fn whoever_has_allowed_it_searches_again_on_the_same_screen() {
    for (filter, headline) in walls().into_iter().zip(["local-network-denied", "replies-blocked"]) {
        let mut screen = open(searched(filter), SIZE, egui::Theme::Light);
        let words = said(&screen);
        assert!(words.contains(&word(headline)), "{headline}: {words:?}");
        assert!(!words.contains(&word("router-not-found")), "a firewall is no router without a voice");
        press(&mut screen, &word("window-firewall-again"));
        assert_eq!(*screen.state().step(), Step::Router(Search::Running), "{headline}");
        assert!(matches!(screen.state().orders.last(), Some((_, Command::Look { .. }))), "{headline}");
        let sitting = screen.state_mut();
        sitting.say(Event::HostFilter(None));
        sitting.play();
        screen.run();
        let words = said(&screen);
        assert!(!words.contains(&word(headline)) && !words.contains(&word("window-firewall-again")), "{words:?}");
    }
}
