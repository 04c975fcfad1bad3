//! What may leave the office: private details are masked, keeping each address's kind and equality, so that a
//! masked report replays to the same codes.
