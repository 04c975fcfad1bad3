//! The table of rules is copied cell by cell, as a router's form is filled: each value as it is typed there.

use egui_kittest::kittest::NodeT as _;
use separate_entrance::domain::office::Answers;
use separate_entrance::text::Text;
use separate_entrance::wizard::Action;

use crate::screens::at_knock;
use crate::sitting::{Screen, Sitting, answers, open, said, word};

/// By hand, with a guest list of two.
fn by_hand() -> Sitting {
    let mut sitting = at_knock();
    let trusted = ["203.0.113.60", "198.51.100.0/24"].map(|network| network.parse().unwrap()).to_vec();
    sitting.act(Action::Answer(Box::new(Answers { trusted, ..answers() })));
    sitting.act(Action::SkipKnock);
    sitting.act(Action::ShowByHand);
    sitting
}

fn words_with(key: &str, value: &str) -> String {
    Text::new("en").get(key, &[("what".to_owned(), value.to_owned())].into())
}

/// Presses the first button that copies this value; what is on the clipboard then.
fn copied(screen: &mut Screen, value: &str) -> Option<String> {
    let name = words_with("window-copy-cell", value);
    let is_wanted = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == egui::Role::Button && node.label().as_deref() == Some(&name)
    };
    screen.root().children_recursive().find(is_wanted)?.click();
    let copied = (0..4).find_map(|_| {
        screen.step();
        let mut commands = screen.output().platform_output.commands.iter();
        commands.find_map(|c| if let egui::OutputCommand::CopyText(text) = c { Some(text.clone()) } else { None })
    });
    screen.run();
    copied
}

#[test]
fn each_value_is_copied_as_it_is_typed_and_what_is_only_read_is_no_button() {
    // As a table, and as lines where there is no room for one.
    for size in [[1280.0, 2600.0], [520.0, 3600.0]] {
        let mut screen = open(by_hand(), size, egui::Theme::Light);
        assert!(said(&screen).contains(&word("window-copy-cells")), "it says that values can be copied");
        for value in ["5060", "10000-10009", "192.168.77.20", "203.0.113.60", "198.51.100.0/24"] {
            assert_eq!(copied(&mut screen, value).as_deref(), Some(value), "at {size:?}: {:?}", said(&screen));
            assert!(said(&screen).contains(&words_with("window-cell-copied", value)), "{value} at {size:?}");
        }
        // A protocol is chosen from a list, and two networks are typed one after the other.
        for value in ["UDP", "203.0.113.60, 198.51.100.0/24"] {
            assert_eq!(copied(&mut screen, value), None, "{value} at {size:?}");
        }
    }
}
