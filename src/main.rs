//! The window. With no display it says so and carries on as text in the terminal.

fn main() {}
