//! What a screen reader says by itself, as the accessibility tree has it.

use std::collections::BTreeMap;

use egui::accesskit::Live;
use egui_kittest::kittest::NodeT as _;
use separate_entrance::domain::message::{Doing, Event, Problem};
use separate_entrance::domain::report::Looked;
use separate_entrance::text::Text;
use separate_entrance::wizard::{Action, Step};

use crate::screens::{at_knock, take_back, taking_back};
use crate::sitting::{Screen, Sitting, answers, gateway, open, word};

const SIZE: [f32; 2] = [1120.0, 800.0];

/// What stands in the live region now.
pub fn announced(screen: &mut Screen) -> String {
    screen.run();
    let live: Vec<String> = screen
        .root()
        .children_recursive()
        .filter(|n| n.accesskit_node().live() == Live::Polite)
        .map(|n| n.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(live.len(), 1, "one region, so that nothing is said twice: {live:?}");
    live.into_iter().next().unwrap()
}

fn looking() -> Screen {
    let mut sitting = Sitting::new(Some(answers()));
    sitting.act(Action::CheckMine);
    sitting.act(Action::Next);
    open(sitting, SIZE, egui::Theme::Light)
}

#[test]
fn a_search_that_ends_is_announced_with_what_it_found() {
    let mut screen = looking();
    assert_eq!(announced(&mut screen), "", "while it looks, nothing is said");
    screen.state_mut().say(Event::Gateway(gateway("203.0.113.7")));
    assert_eq!(announced(&mut screen), "");
    screen.state_mut().say(Event::Looked(Looked::Router));
    screen.state_mut().finish();
    let said = announced(&mut screen);
    assert!(said.contains("NETGEAR, Inc. R7000P"), "{said}");
}

#[test]
fn a_search_that_finds_nothing_is_announced() {
    let mut screen = looking();
    screen.state_mut().say(Event::Looked(Looked::Router));
    screen.state_mut().finish();
    assert_eq!(announced(&mut screen), word("window-live-no-router"));
}

#[test]
fn the_end_of_a_knock_is_announced_by_its_one_sentence() {
    let mut sitting = at_knock();
    sitting.act(Action::SkipKnock);
    sitting.act(Action::Recheck);
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    screen.state_mut().play();
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    let said = announced(&mut screen);
    let over = Text::new("en").get("window-live-results", &BTreeMap::from([("top".to_owned(), String::new())]));
    assert!(said.starts_with(over.trim()) && said.len() > over.len() + 5, "{said}");
}

#[test]
fn taking_back_is_announced_by_what_came_of_it() {
    let mut screen = open(taking_back(), SIZE, egui::Theme::Light);
    take_back(screen.state_mut());
    let said = announced(&mut screen);
    assert_eq!(said, [word("window-live-not-taken-back"), word("hindrance-changed-since")].join(" "));
}

#[test]
fn a_problem_is_announced_with_its_next_step_and_the_same_problem_again() {
    let mut screen = looking();
    screen.state_mut().say(Event::Problem(Problem::new("no-network")));
    let said = announced(&mut screen);
    for part in ["problem-no-network", "problem-no-network.action"] {
        assert!(said.contains(&word(part)), "{said}");
    }
    screen.state_mut().finish();
    screen.state_mut().act(Action::Back);
    screen.state_mut().act(Action::Next);
    assert_eq!(announced(&mut screen), "", "a fresh start is silent, so that the same words are news again");
    screen.state_mut().say(Event::Problem(Problem::new("no-network")));
    assert_eq!(announced(&mut screen), said);
}

#[test]
fn a_bar_says_how_far_it_is() {
    let mut screen = looking();
    screen.state_mut().say(Event::Progress { done: 1, total: 4, doing: Doing::Routers });
    screen.run();
    let bar = screen.root().children_recursive().find(|n| n.accesskit_node().role() == egui::Role::ProgressIndicator);
    let bar = bar.unwrap().accesskit_node();
    assert!(bar.numeric_value().is_some_and(|v| (v - 25.0).abs() < 1e-9), "{:?}", bar.numeric_value());
    assert!(bar.label().is_some_and(|l| l.contains('1') && l.contains('4')), "{:?}", bar.label());
}

#[test]
fn the_answer_of_a_phone_system_is_announced_and_a_bad_paste_with_what_to_do() {
    let mut sitting = Sitting::new(Some(answers()));
    sitting.act(Action::LookInside);
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    screen.state_mut().act(Action::ReadPaste("asterisk -r".to_owned()));
    screen.state_mut().play();
    let said = announced(&mut screen);
    for part in ["problem-paste-not-a-block", "problem-paste-not-a-block.action"] {
        assert!(said.contains(&word(part)), "{said}");
    }
    screen.state_mut().act(Action::ReadPaste(crate::inside::block(3)));
    assert_eq!(announced(&mut screen), "");
    screen.state_mut().play();
    let said = announced(&mut screen);
    assert!(said.contains("FreePBX, Asterisk 16.28.0"), "{said}");
}
