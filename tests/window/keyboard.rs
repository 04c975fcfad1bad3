//! The keyboard alone: Enter leads on, Esc back, Tab reaches everything, and nothing is opened by a resting hand.

use std::collections::BTreeSet;

use egui::Key;
use egui_kittest::kittest::NodeT as _;
use separate_entrance::domain::message::Command;
use separate_entrance::ui::Page;
use separate_entrance::wizard::{Action, Step};

use crate::sitting::{Screen, Sitting, answers, is_restless, open};

fn key(screen: &mut Screen, key: Key) {
    screen.key_press(key);
    screen.run();
}

fn play(screen: &mut Screen) {
    screen.state_mut().play();
    screen.run();
}

fn at_offer() -> Screen {
    let mut screen = open(Sitting::new(Some(answers())), [1280.0, 800.0], egui::Theme::Light);
    key(&mut screen, Key::Enter);
    assert_eq!(*screen.state().step(), Step::Questions);
    key(&mut screen, Key::Enter);
    play(&mut screen);
    key(&mut screen, Key::Enter);
    play(&mut screen);
    key(&mut screen, Key::Enter);
    assert!(matches!(screen.state().step(), Step::Knock(_)));
    screen.state_mut().act(Action::SkipKnock);
    screen.run();
    assert!(matches!(screen.state().step(), Step::Offer(_)));
    screen
}

#[test]
fn enter_leads_on_but_opens_nothing_and_ctrl_enter_does() {
    let mut screen = at_offer();
    key(&mut screen, Key::Enter);
    assert!(matches!(screen.state().step(), Step::Offer(_)), "a hand on Enter opens nothing");
    assert!(screen.state().orders.iter().all(|(_, c)| !matches!(c, Command::Apply(_))));
    screen.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    screen.run();
    assert!(matches!(screen.state().orders.last(), Some((_, Command::Apply(_)))));
}

#[test]
fn esc_goes_back_and_f5_checks_again() {
    let mut screen = at_offer();
    key(&mut screen, Key::Escape);
    assert!(matches!(screen.state().step(), Step::Knock(_)));
    key(&mut screen, Key::Escape);
    assert!(matches!(screen.state().step(), Step::Phones(_)));
    key(&mut screen, Key::F5);
    assert_eq!(*screen.state().step(), Step::Checking);
}

#[test]
fn tab_reaches_every_control_of_results() {
    let mut screen = at_offer();
    screen.state_mut().act(Action::Recheck);
    play(&mut screen);
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    let wanted = controls(&screen);
    assert!(wanted.len() > 8, "{wanted:?}");
    let mut reached = BTreeSet::new();
    for _ in 0..wanted.len() * 2 {
        key(&mut screen, Key::Tab);
        let focused = screen.root().children_recursive().find(egui_kittest::Node::is_focused);
        reached.extend(focused.as_ref().map(name));
    }
    let missed: Vec<_> = wanted.difference(&reached).collect();
    assert!(missed.is_empty(), "Tab does not reach {missed:?}");
}

/// What the keyboard reaches is seen: it stands in the window, and neither under the bar nor scrolled away.
fn the_focus_is_seen_everywhere(sitting: Sitting, size: [f32; 2], bar: f32) {
    let mut screen = open(sitting, size, egui::Theme::Light);
    let most = controls(&screen).len() * 2;
    let mut scrolled = 0;
    for _ in 0..most {
        key(&mut screen, Key::Tab);
        let Some(focused) = screen.root().children_recursive().find(egui_kittest::Node::is_focused) else { continue };
        let (rect, name) = (focused.rect(), name(&focused));
        let on_bar = rect.top() >= size[1] - bar;
        let room = if on_bar || rect.right() < 186.0 { size[1] } else { size[1] - bar };
        assert!(rect.top() >= 0.0 && rect.bottom() <= room, "{name} at {rect:?} is out of sight");
        scrolled += usize::from(!on_bar);
        assert!(!is_restless(&screen), "{name}");
    }
    assert!(scrolled > 8, "only {scrolled} were reached");
}

#[test]
fn tab_scrolls_to_what_it_reaches() {
    let mut questions = Sitting::new(Some(answers()));
    questions.act(Action::CheckMine);
    the_focus_is_seen_everywhere(questions, [800.0, 600.0], 76.0);
    let mut results = at_offer();
    results.state_mut().act(Action::Recheck);
    play(&mut results);
    the_focus_is_seen_everywhere(results.into_state(), [800.0, 600.0], 0.0);
    let mut settings = Sitting::new(None);
    settings.window.open(Some(Page::Settings));
    the_focus_is_seen_everywhere(settings, [800.0, 600.0], 76.0);
    let mut settings = Sitting::new(None);
    settings.window.open(Some(Page::Settings));
    the_focus_is_seen_everywhere(settings, [400.0, 300.0], 0.0);
}

/// Everything on the screen that can be pressed, ticked or typed into now.
fn controls(screen: &Screen) -> BTreeSet<String> {
    let nodes = screen.root().children_recursive();
    nodes
        .filter(|n| {
            let node = n.accesskit_node();
            egui::accessibility::is_input(node.role()) && !node.is_disabled() && !node.data().is_read_only()
        })
        .map(|node| name(&node))
        .collect()
}

fn name(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    format!("{:?} {}", node.role(), node.label().unwrap_or_default())
}
