//! The command to run on the phone system itself, where the router opens only for the device that asks.

use std::net::IpAddr;

use crate::domain::case::Case;
use crate::domain::judge::facts::{Facts, Refusal};
use crate::domain::office::Control;
use crate::domain::probe::Family;

/// The command line, complete, with this office's answers. None where this computer can ask for itself, or nobody can.
pub fn command(case: &Case) -> Option<String> {
    let gateway = case.office.gateway()?;
    let only_for_the_asker = match gateway.control {
        Control::Pcp | Control::NatPmp => true,
        Control::Igd1 | Control::Igd2 => !Facts::of(case).refusals(Refusal::OtherDevices).is_empty(),
        Control::None => false,
    };
    if !only_for_the_asker || case.is_on_phone_system() {
        return None;
    }
    let address = case.phone_system_address()?;
    let family = if case.answers.over_ipv6 { Family::Ipv6 } else { Family::Ipv4 };
    Some(line(case, address, family))
}

/// The same for openings over IPv6, which are only ever made from there.
pub(super) fn over_ipv6(case: &Case) -> Option<String> {
    case.phone_system_address().map(|address| line(case, address, Family::Ipv6))
}

/// IPv6 is asked for beside IPv4.
fn line(case: &Case, address: IpAddr, family: Family) -> String {
    let answers = &case.answers;
    let mut words = vec!["entrance".to_owned(), "open".to_owned()];
    let mut say = |name: &str, value: String| words.extend([name.to_owned(), value]);
    if let Some(system) = &answers.system {
        say("--system", system.to_string());
    }
    say("--pbx", address.to_string());
    if !answers.using.is_empty() {
        say("--using", answers.using.join(","));
    }
    if let Some(calls) = answers.calls {
        say("--calls", calls.to_string());
    }
    if !answers.trusted.is_empty() {
        say("--trusted", answers.trusted.iter().map(ToString::to_string).collect::<Vec<_>>().join(","));
    }
    if family == Family::Ipv6 {
        words.push("--ipv6".to_owned());
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// As a shell takes it for one word.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.,:/".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::office::{Adapter, Answers, Gateway};
    use crate::domain::service::ProfileId;

    fn case(control: Control) -> Case {
        let answers = Answers {
            system: Some(ProfileId("freepbx".to_owned())),
            using: vec!["remote-phones".to_owned(), "it's".to_owned()],
            calls: Some(4),
            trusted: vec!["203.0.113.60".parse().unwrap()],
            pbx: "192.168.77.20".parse().ok(),
            ..Answers::default()
        };
        let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
        let gateway = Gateway::unknown("192.168.77.1".parse().unwrap());
        case.office.put_gateway(Gateway { control, is_default: true, ..gateway });
        case
    }

    #[test]
    fn the_command_is_whole_and_said_only_where_it_helps() {
        let said = command(&case(Control::Pcp)).unwrap();
        let expected = "entrance open --system freepbx --pbx 192.168.77.20 --using 'remote-phones,it'\\''s' --calls 4 \
                        --trusted 203.0.113.60";
        assert_eq!(said, expected);
        assert_eq!(command(&case(Control::Igd2)), None, "it can be asked from here");
        assert_eq!(command(&case(Control::None)), None, "nobody can ask");
        let mut there = case(Control::NatPmp);
        there.office.adapters.push(Adapter::way_out("eth0", [192, 168, 77, 20].into()));
        assert_eq!(command(&there), None, "we stand there");
    }

    #[test]
    fn loopback_is_this_computer() {
        let mut there = case(Control::Pcp);
        there.answers.pbx = "127.0.0.1".parse().ok();
        let adapter = Adapter::way_out("eth0", [192, 168, 77, 20].into());
        there.absorb(&crate::domain::message::Event::Adapters(vec![adapter]));
        assert_eq!(there.phone_system_address(), "192.168.77.20".parse().ok());
        assert!(there.is_on_phone_system());
    }
}
