//! Every screen of the window, without a graphics card: names, fit, settling, the keyboard, and one walk through.
#![cfg(test)]

mod keyboard;
mod office;
mod pictures;
mod practice;
mod rounds;
mod screens;
mod sitting;
mod stories;
mod walk;
