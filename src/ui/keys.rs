//! The keyboard: Enter presses the primary button, Esc goes back, F5 checks again. A text box or an open list that
//! has the focus keeps its own keys.

use egui::{Event, Id, InputState, Key, Modifiers, Ui};

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
    /// F5, wherever the focus is.
    Recheck,
}

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
            if input.consume_key(Modifiers::COMMAND, Key::Enter) {
                Self::EnterWithCtrl
            } else if input.consume_key(Modifiers::NONE, Key::F5) {
                Self::Recheck
            } else if held.is_free() && fresh(input, Key::Enter) {
                Self::Enter
            } else if held.is_free() && fresh(input, Key::Escape) {
                Self::Back
            } else {
                Self::Nothing
            }
        })
    }
}

/// True for a press without modifiers. A key that is held down repeats, and only a fresh press leads on.
fn fresh(input: &InputState, wanted: Key) -> bool {
    input.events.iter().any(|event| {
        matches!(event, Event::Key { key, pressed: true, repeat: false, modifiers, .. }
            if *key == wanted && modifiers.is_none())
    })
}
