//! Every screen of the window, without a graphics card: names, fit, settling, the keyboard, and one walk through.
#![cfg(test)]

mod keyboard;
#[cfg(target_os = "linux")]
mod no_display;
mod pictures;
mod practice;
mod rounds;
mod screens;
mod sitting;
mod walk;
