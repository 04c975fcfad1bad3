//! What the errors of sockets mean: this computer's own trouble, or a word of the network.

use std::io;

use crate::domain::probe::{Measured, Outcome};
use crate::net::seen::shorten;

/// The asker's own trouble.
pub(crate) fn failed(what: &str, error: &io::Error) -> Measured {
    Measured { seen: Some(shorten(&format!("{what}: {error}"))), ..Measured::bare(Outcome::Failed) }
}

/// What an error says that came before anything was sent; none when the attempt goes on: `WouldBlock` on Windows,
/// EINPROGRESS elsewhere. Any other error stays on the socket and is met when the attempt ends.
pub(crate) fn trouble_at_start(what: &str, error: &io::Error) -> Option<Measured> {
    use io::ErrorKind as Kind;
    let own_trouble = [
        Kind::HostUnreachable,
        Kind::NetworkUnreachable,
        Kind::NetworkDown,
        Kind::AddrNotAvailable,
        Kind::PermissionDenied,
        Kind::InvalidInput,
        Kind::Unsupported,
        Kind::OutOfMemory,
    ];
    if error.kind() == Kind::ConnectionRefused {
        // Loopback answers within connect() itself.
        return Some(Measured::bare(Outcome::Refused));
    }
    own_trouble.contains(&error.kind()).then(|| failed(what, error))
}

/// What an error says that came after something was sent.
pub(crate) fn trouble(what: &str, error: &io::Error) -> Measured {
    use io::ErrorKind as Kind;
    let kind = error.kind();
    // Windows says "reset" for a UDP port unreachable.
    if [Kind::ConnectionRefused, Kind::ConnectionReset].contains(&kind) {
        Measured::bare(Outcome::Refused)
    } else if [Kind::HostUnreachable, Kind::NetworkUnreachable].contains(&kind) || is_host_down(error) {
        Measured::bare(Outcome::Unreachable)
    } else if kind == Kind::TimedOut {
        Measured::bare(Outcome::Silent)
    } else {
        failed(what, error)
    }
}

/// EHOSTDOWN: macOS says it where no neighbour answers, Linux for ICMP "host unknown". It has no `ErrorKind`.
fn is_host_down(error: &io::Error) -> bool {
    let number = if cfg!(target_os = "linux") {
        112
    } else if cfg!(windows) {
        10_064
    } else {
        64
    };
    error.raw_os_error() == Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_told_apart_by_when_they_come() {
        let unreachable = io::Error::from(io::ErrorKind::NetworkUnreachable);
        assert_eq!(trouble_at_start("connect", &unreachable).unwrap().outcome, Outcome::Failed);
        assert_eq!(trouble("receive", &unreachable).outcome, Outcome::Unreachable);
        let firewall = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(trouble("send", &firewall).outcome, Outcome::Failed);
        assert!(trouble_at_start("connect", &io::ErrorKind::WouldBlock.into()).is_none());
    }
}
