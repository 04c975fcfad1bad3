//! Every screen of the window, without a graphics card: names, fit, settling, the keyboard, and one walk through.
#![cfg(test)]

mod announced;
#[path = "../office/buttons.rs"]
mod buttons;
mod cells;
mod first_start;
mod inside;
mod keyboard;
mod looks;
mod menu;
mod no_display;
mod office;
mod paint;
mod painter;
mod pictures;
mod practice;
mod rounds;
mod screens;
mod sitting;
mod stories;
mod vendor;
mod walk;
