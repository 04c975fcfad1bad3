//! The real engine in a practice office, behind a window that is worked by the words on its buttons.

use std::sync::Arc;

use egui_kittest::kittest::Queryable as _;
use separate_entrance::domain::message::Event;
use separate_entrance::engine::{Engine, Place};

use crate::sitting::{Screen, press, word};

/// The engine behind the window.
pub struct Office {
    engine: Engine,
}

impl Office {
    /// Opens this practice office.
    pub fn open(scenario: &str, screen: &mut Screen) -> Self {
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
    pub fn work(&mut self, screen: &mut Screen) {
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

    /// Types into the box with this name.
    pub fn fill(screen: &mut Screen, key: &str, text: &str) {
        let name = word(key);
        screen.get_by(|n| n.role() == egui::Role::TextInput && n.label().as_deref() == Some(&name)).focus();
        screen.run();
        screen.event(egui::Event::Text(text.to_owned()));
        screen.run();
    }

    /// Presses the button with these words, and lets the engine work.
    pub fn press(&mut self, screen: &mut Screen, key: &str) {
        press(screen, &word(key));
        self.work(screen);
    }
}
