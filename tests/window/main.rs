//! Every screen of the window, without a graphics card: names, settling, and one walk-through on the practice office.
#![cfg(test)]
