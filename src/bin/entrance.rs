//! The terminal program. Small enough for a phone-system box when built without the window.

fn main() {}
