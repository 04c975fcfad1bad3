//! Clocks on the internet: one NTP question (RFC 5905 section 14) to a clock that the network or the system named. Its
//! time is not used for anything.

use crate::domain::probe::{Measured, Surroundings};
use crate::domain::service::Transport;
use crate::net::socket::{Call, answered, ask_by_datagram, connect_udp, random};

/// Port of clocks.
pub const PORT: u16 = 123;

/// Clocks that are asked.
const MOST: usize = 2;

/// Files in which systems keep the names of their clocks, and the words before them.
#[cfg(not(windows))]
const FILES: [(&str, &[&str]); 6] = [
    ("/etc/systemd/timesyncd.conf", &["NTP=", "FallbackNTP="]),
    ("/etc/chrony/chrony.conf", &["server ", "pool ", "peer "]),
    ("/etc/chrony.conf", &["server ", "pool ", "peer "]),
    ("/etc/ntp.conf", &["server ", "pool ", "peer "]),
    ("/etc/ntpsec/ntp.conf", &["server ", "pool ", "peer "]),
    ("/etc/openntpd/ntpd.conf", &["server ", "servers "]),
];

/// The clocks that this system was told, by name or address. Where the system keeps them elsewhere, none are known. A practice
/// office has those of its story.
pub async fn clocks(surroundings: &Surroundings) -> Vec<String> {
    match &surroundings.practice {
        Some(street) => {
            let on_port = street.routes.iter().filter(|r| r.story.port() == PORT && r.transport == Transport::Udp);
            on_port.map(|r| r.story.ip().to_string()).collect()
        }
        None => tokio::task::spawn_blocking(of_this_computer).await.unwrap_or_default(),
    }
}

#[cfg(not(windows))]
fn of_this_computer() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (file, words) in FILES {
        names.extend(read_names(&std::fs::read_to_string(file).unwrap_or_default(), words));
    }
    names.dedup();
    names.truncate(MOST);
    names
}

#[cfg(windows)]
fn of_this_computer() -> Vec<String> {
    Vec::new()
}

#[cfg_attr(windows, expect(dead_code, reason = "Windows keeps its clocks in the registry"))]
fn read_names(text: &str, words: &[&str]) -> Vec<String> {
    let lines = text.lines().take(500).map(str::trim);
    let values = lines.filter_map(|line| words.iter().find_map(|word| line.strip_prefix(word)));
    // A line of chrony or ntpd has one name and then options; one of timesyncd only names.
    values
        .flat_map(|value| {
            let is_list = words.iter().any(|w| w.ends_with('='));
            value.split_whitespace().take(if is_list { MOST } else { 1 })
        })
        .map(str::to_owned)
        .collect()
}

/// Asks one clock.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    over_udp(call).await.unwrap_or_else(|measured| measured)
}

async fn over_udp(call: &Call<'_>) -> Result<Measured, Measured> {
    let socket = connect_udp(call)?;
    // Instead of our time a number that nobody can guess: it comes back as the origin timestamp.
    let mark: [u8; 8] = random()?;
    let mut question = [0u8; 48];
    // No leap warning, version 4, mode 3: a client.
    if let Some(first) = question.first_mut() {
        *first = 0x23;
    }
    if let Some(transmit) = question.get_mut(40..48) {
        transmit.copy_from_slice(&mark);
    }
    let sends = [question.to_vec(), question.to_vec()];
    ask_by_datagram(&socket, None, &sends, call.until, |datagram, _| read(datagram, mark)).await
}

pub(super) fn read(datagram: &[u8], mark: [u8; 8]) -> Option<Measured> {
    let [first, stratum, ..] = datagram else { return None };
    let is_server = first & 0x07 == 4;
    let is_ours = datagram.get(24..32) == Some(&mark) && datagram.len() >= 48;
    (is_server && is_ours).then(|| answered(&format!("stratum {stratum}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read_from_the_files_of_several_systems() {
        let chrony = "# pool x\npool 2.debian.pool.ntp.org iburst\nserver 192.0.2.1\nmakestep 1 3\n";
        assert_eq!(read_names(chrony, &["server ", "pool "]), ["2.debian.pool.ntp.org", "192.0.2.1"]);
        let timesyncd = "[Time]\n#NTP=\nNTP=time.lan ntp.example\nFallbackNTP=a b c\n";
        assert_eq!(read_names(timesyncd, &["NTP=", "FallbackNTP="]), ["time.lan", "ntp.example", "a", "b"]);
    }

    #[test]
    fn only_a_server_that_gives_our_number_back_counts() {
        let mark = [1, 2, 3, 4, 5, 6, 7, 8];
        let mut reply = vec![0u8; 48];
        reply[0] = 0x24;
        reply[1] = 2;
        reply[24..32].copy_from_slice(&mark);
        assert_eq!(read(&reply, mark).unwrap().seen.as_deref(), Some("stratum 2"));
        assert!(read(&reply, [9; 8]).is_none());
        assert!(read(&reply[..47], mark).is_none());
        reply[0] = 0x23;
        assert!(read(&reply, mark).is_none(), "another client");
    }
}
