//! The keyboard: Enter presses the primary button, Esc goes back, and a few keys mean the same on every screen. A text
//! box or an open list that has the focus keeps its own keys.

use egui::os::OperatingSystem;
use egui::{Event, Id, InputState, Key, Modifiers, Ui};

use super::words::Words;

/// A key that means something to the whole window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// None in this frame.
    Nothing,
    /// Enter, with nothing focused.
    Enter,
    /// Ctrl+Enter, wherever the focus is.
    EnterWithCtrl,
    /// Esc, with nothing focused.
    Back,
    /// Check again.
    Recheck,
    /// Save the report.
    Save,
    /// Explain the words.
    Words,
    /// Text size, theme, language.
    Settings,
    /// Open the menu.
    Menu,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text of the usual size.
    UsualSize,
}

/// Keys that work wherever the focus is. The first of each is the one that is shown.
const EVERYWHERE: [(Pressed, Modifiers, Key); 11] = [
    (Pressed::EnterWithCtrl, Modifiers::COMMAND, Key::Enter),
    (Pressed::Recheck, Modifiers::NONE, Key::F5),
    (Pressed::Recheck, Modifiers::COMMAND, Key::R),
    (Pressed::Save, Modifiers::COMMAND, Key::S),
    (Pressed::Words, Modifiers::NONE, Key::F1),
    (Pressed::Settings, Modifiers::COMMAND, Key::Comma),
    (Pressed::Menu, Modifiers::NONE, Key::F10),
    (Pressed::Larger, Modifiers::COMMAND, Key::Plus),
    // Without Shift this is where the plus is.
    (Pressed::Larger, Modifiers::COMMAND, Key::Equals),
    (Pressed::Smaller, Modifiers::COMMAND, Key::Minus),
    (Pressed::UsualSize, Modifiers::COMMAND, Key::Num0),
];

/// What had the keyboard when the last frame ended: egui takes the focus away before this frame is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Held {
    focus: Option<Id>,
    list_open: bool,
}

impl Held {
    /// At the end of a frame.
    pub fn now(ui: &Ui) -> Self {
        Self { focus: ui.memory(egui::Memory::focused), list_open: egui::Popup::is_any_open(ui.ctx()) }
    }

    const fn is_free(self) -> bool {
        self.focus.is_none() && !self.list_open
    }
}

impl Pressed {
    /// Reads the keys before anything is drawn.
    pub fn read(ui: &Ui, held: Held) -> Self {
        ui.input_mut(|input| {
            let pressed = EVERYWHERE.into_iter().find(|(_, with, key)| input.consume_key(*with, *key));
            if let Some((pressed, ..)) = pressed {
                pressed
            } else if held.is_free() && fresh(input, Key::Enter) {
                Self::Enter
            } else if held.is_free() && fresh(input, Key::Escape) {
                Self::Back
            } else {
                Self::Nothing
            }
        })
    }

    /// The keys as they stand on the keyboard, the usual ones first.
    pub fn keys(self, words: &Words, os: OperatingSystem) -> Vec<String> {
        let shown = |key: Key| key != Key::Equals;
        let ours = EVERYWHERE.into_iter().filter(|(pressed, _, key)| *pressed == self && shown(*key));
        ours.map(|(_, with, key)| {
            let key = if key == Key::Enter { words.get("window-key-enter") } else { key.symbol_or_name().to_owned() };
            match (with == Modifiers::COMMAND, os == OperatingSystem::Mac) {
                (false, _) => key,
                (true, false) => words.with("window-key-with-ctrl", [("key", &key)]),
                (true, true) => words.with("window-key-with-command", [("key", &key)]),
            }
        })
        .collect()
    }
}

/// True for a press without modifiers. A key that is held down repeats, and only a fresh press leads on.
fn fresh(input: &InputState, wanted: Key) -> bool {
    input.events.iter().any(|event| {
        matches!(event, Event::Key { key, pressed: true, repeat: false, modifiers, .. }
            if *key == wanted && modifiers.is_none())
    })
}
