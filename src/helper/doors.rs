//! Which doors a walk is about, and in which order: both sides of a code must count the same rows. Pure.

use std::net::{IpAddr, SocketAddr};

use crate::domain::probe::{Probe, Vantage};
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, Profile, Service, ServiceId, Transport};

/// Most ports of one walk.
pub const MOST_DOORS: usize = 48;

/// High ports that no phone system uses; a street on which they accept too answers for others. The first two that
/// the profile leaves alone are asked.
const UNUSED_PORTS: [u16; 4] = [61_003, 64_999, 62_017, 63_029];

/// One knock. Rows that share a port (the desk phones' web page and the phone system's) share the knock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knock {
    /// The rows it is about; the first one's question is asked.
    pub rows: Vec<ServiceId>,
    /// How to ask.
    pub kind: ProbeKind,
    /// UDP or TCP.
    pub transport: Transport,
    /// The port; of a range the first.
    pub port: u16,
    /// True when nothing may answer here.
    pub must_stay_shut: bool,
}

impl Knock {
    /// The question as `net` asks it.
    pub fn probe(&self, office: IpAddr) -> Probe {
        Probe {
            service: self.rows.first().cloned(),
            kind: self.kind,
            transport: self.transport,
            target: SocketAddr::new(office, self.port),
            vantage: Vantage::Outside,
        }
    }
}

/// Rows that an invitation can name, in the order of its bit mask.
pub fn selectable(profile: &Profile) -> impl Iterator<Item = &Service> {
    profile.services.iter().filter(|s| s.direction == Direction::Inbound && s.need != Need::Never)
}

/// Never rows that a walk knocks on: single ports that can be asked.
pub fn locked(profile: &Profile) -> impl Iterator<Item = &Service> {
    let never = profile.services.iter().filter(|s| s.direction == Direction::Inbound && s.need == Need::Never);
    never.filter(|s| s.ports().is_single() && can_be_knocked(s))
}

/// Every row of a result, in the order of its code: the selected ones as the profile lists them, then the locked.
pub fn rows<'a>(profile: &'a Profile, selected: &[ServiceId]) -> Vec<&'a Service> {
    selectable(profile).filter(|s| selected.contains(&s.id)).chain(locked(profile)).collect()
}

/// Voice rows among those selected, each with the range to ask: the phone system's own where one is known, which is that
/// of its calls and of nothing else.
pub fn voices<'a>(
    profile: &'a Profile,
    selected: &[ServiceId],
    own: Option<PortRange>,
) -> impl Iterator<Item = (&'a Service, PortRange)> {
    let rows = selectable(profile).filter(|s| s.is_voice() && selected.contains(&s.id));
    rows.map(move |row| (row, own.filter(|_| row.is_voice_of_calls()).unwrap_or_else(|| row.ports())))
}

/// True when the row can be asked by a stranger. Nothing answers on a voice port outside a call.
pub fn can_be_knocked(row: &Service) -> bool {
    match row.probe {
        ProbeKind::Rtp | ProbeKind::None => false,
        ProbeKind::Sip
        | ProbeKind::Iax2
        | ProbeKind::Xmpp
        | ProbeKind::Http
        | ProbeKind::Https
        | ProbeKind::Tls
        | ProbeKind::Tcp
        | ProbeKind::Ssh
        | ProbeKind::Mysql
        | ProbeKind::Ami
        | ProbeKind::Tftp => true,
    }
}

/// The first selected row that can be knocked: the one whose fingerprint an invitation carries.
pub fn first_knocked<'a>(profile: &'a Profile, selected: &[ServiceId]) -> Option<&'a Service> {
    rows(profile, selected).into_iter().find(|s| s.need != Need::Never && can_be_knocked(s))
}

/// The knocks of one walk: the selected rows, then the locked ones, each port once, [`MOST_DOORS`] at most.
pub fn knocks(profile: &Profile, selected: &[ServiceId]) -> Vec<Knock> {
    let mut knocks: Vec<Knock> = Vec::new();
    for row in rows(profile, selected).into_iter().filter(|s| can_be_knocked(s)) {
        let (transport, port) = (row.protocol, row.port_start);
        if let Some(known) = knocks.iter_mut().find(|k| (k.transport, k.port) == (transport, port)) {
            known.rows.push(row.id.clone());
        } else if knocks.len() < MOST_DOORS {
            knocks.push(Knock {
                rows: vec![row.id.clone()],
                kind: row.probe,
                transport,
                port,
                must_stay_shut: row.need == Need::Never,
            });
        }
    }
    knocks
}

/// Two ports that the profile leaves alone.
pub fn unused_ports(profile: &Profile) -> Vec<u16> {
    let free = |port: &u16| profile.services.iter().all(|s| !s.ports().contains(*port));
    UNUSED_PORTS.into_iter().filter(free).take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog;
    use crate::domain::service::ProfileId;

    fn knocks_of(profile: &str, selected: &[&str]) -> Vec<(String, u16)> {
        let profile = catalog::profile(&ProfileId(profile.into())).unwrap();
        let selected: Vec<ServiceId> = selected.iter().map(|s| ServiceId((*s).into())).collect();
        let names = |k: Knock| (k.rows.iter().map(|r| r.0.clone()).collect::<Vec<_>>().join("+"), k.port);
        knocks(profile, &selected).into_iter().map(names).collect()
    }

    #[test]
    fn the_desk_phones_page_and_the_phone_systems_share_one_knock() {
        let knocks = knocks_of("trixbox-pro", &["sip-udp"]);
        assert_eq!(knocks[0].1, 5060);
        assert_eq!(knocks.iter().filter(|k| k.1 == 80).collect::<Vec<_>>(), [&("http-admin+phone-web".into(), 80)]);
    }

    #[test]
    fn the_desk_phones_pages_are_knocked_on_whatever_the_phone_system_is() {
        for profile in catalog::profiles() {
            let knocks = knocks(profile, &[]);
            let of_phones = |k: &&Knock| k.rows.iter().any(|r| profile.service(r).unwrap().is_on_phones());
            let ports: Vec<(Transport, u16)> = knocks.iter().filter(of_phones).map(|k| (k.transport, k.port)).collect();
            for port in [80, 443] {
                assert!(ports.contains(&(Transport::Tcp, port)), "{}: {ports:?}", profile.id);
            }
        }
    }

    #[test]
    fn voice_is_never_knocked_and_of_a_range_only_the_first_port() {
        let knocks = knocks_of("mitel-mivo250", &["minet", "rtp-main"]);
        assert!(knocks.contains(&("minet".into(), 6800)));
        assert!(!knocks.iter().any(|k| k.0.starts_with("rtp")));
    }

    #[test]
    fn no_profile_asks_for_more_doors_than_a_walk_may_knock_on() {
        for profile in catalog::profiles() {
            let all: Vec<ServiceId> = selectable(profile).map(|s| s.id.clone()).collect();
            let rows = rows(profile, &all);
            let knocked: usize = knocks(profile, &all).iter().map(|k| k.rows.len()).sum();
            assert_eq!(knocked, rows.iter().filter(|r| can_be_knocked(r)).count(), "{}", profile.id);
            assert_eq!(unused_ports(profile).len(), 2, "{}", profile.id);
        }
    }
}
