//! Whether a knock would leave the office at all: the way out that it would take, held against the one that the office
//! was looked at through. Two adapters of one computer can well lead to the same router.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::time::timeout;

use super::Office;
use super::outside::leaving;
use crate::domain::address::Network;
use crate::domain::office::Adapter;
use crate::domain::probe::Outcome;
use crate::domain::report::Street;
use crate::helper::invitation::Invitation;
use crate::helper::result::WalkResult;
use crate::net::{self, adapter};

/// The discard port, which nobody serves: whoever is there is asked for by its hardware address first.
const DISCARD: u16 = 9;
/// Enough for that; what the port itself says does not matter.
const STIR: Duration = Duration::from_millis(300);

/// Where a way out begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// Behind another router than the office's.
    Outside,
    /// Nobody can tell: the router has the office's number and another hardware address, or the office's is unknown.
    Unclear,
    /// Behind the office's own router.
    Inside,
}

impl Stand {
    /// False where something answered, and neither the way there nor the answer tells from which street it was asked.
    pub(super) fn believes(self, result: &WalkResult, invitation: &Invitation) -> bool {
        let is_answered = result.doors.iter().any(|d| d.outcome == Outcome::Answered);
        self != Self::Unclear || !is_answered || result.report(invitation).street != Street::Unknown
    }
}

/// One way out: the adapter's own network, the router's number there and its hardware address, as far as known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Way {
    network: Option<Network>,
    gateway: Option<Ipv4Addr>,
    hardware: Option<String>,
}

impl Way {
    fn of(adapter: &Adapter, hardware: &BTreeMap<String, String>) -> Self {
        let hardware = hardware.get(&adapter.name).filter(|_| adapter.gateway.is_some()).cloned();
        Self { network: Some(adapter.network()), gateway: adapter.gateway, hardware }
    }

    /// A guest network can have numbers of its own at the same machine, and a telephone's the office's numbers.
    fn against(&self, office: &Self) -> Stand {
        let machines = self.hardware.as_ref().zip(office.hardware.as_ref());
        let same_numbers = match (self.gateway, office.gateway) {
            (Some(own), Some(offices)) => own == offices,
            (None, _) | (_, None) => {
                self.network.zip(office.network).is_some_and(|(own, offices)| offices.contains(own.ip))
            }
        };
        match (machines, same_numbers) {
            (Some((own, offices)), _) if own == offices => Stand::Inside,
            (_, false) => Stand::Outside,
            (Some(_), true) => Stand::Unclear,
            (None, true) => Stand::Inside,
        }
    }
}

impl Office {
    /// Where somebody stands who knocks through this adapter, or as the system chooses. The practice office's walkers
    /// stand where their story says.
    pub(super) async fn stand(&self, interface: Option<&str>) -> Stand {
        if self.surroundings.practice.is_some() {
            return Stand::Outside;
        }
        let adapters = adapter::adapters().await;
        let Some(way) = way_out(&adapters, interface) else { return Stand::Outside };
        let mut hardware = adapter::gateways_hardware().await;
        // A second adapter's router may never have been spoken to.
        if let Some(gateway) = way.gateway.filter(|_| !hardware.contains_key(&way.name))
            && let Ok(from) = leaving(&adapters, interface)
        {
            let target = SocketAddr::new(IpAddr::V4(gateway), DISCARD);
            timeout(STIR, net::bare_accept(target, &from, &self.surroundings)).await.ok();
            hardware = adapter::gateways_hardware().await;
        }
        self.stand_of(&Way::of(way, &hardware))
    }

    fn stand_of(&self, way: &Way) -> Stand {
        self.ways_of_the_office().iter().map(|office| way.against(office)).max().unwrap_or(Stand::Unclear)
    }

    /// The ways that the office was looked at through in this sitting, else at the last check.
    fn ways_of_the_office(&self) -> Vec<Way> {
        let default = self.adapters.iter().find(|a| a.default_route);
        let looked_at: Vec<Way> =
            self.office_adapter().into_iter().chain(default).map(|a| Way::of(a, &self.hardware)).collect();
        // Who takes back or gives more time knows the adapters too, wherever this computer is by then.
        if self.looked_at.is_some() && !looked_at.is_empty() {
            return looked_at;
        }
        let last = self.store.last_report();
        let router = last.as_ref().and_then(|report| report.office.gateway());
        let number = router.and_then(|router| match router.address {
            IpAddr::V4(v4) => Some(v4),
            IpAddr::V6(_) => None,
        });
        number.map(|gateway| Way { gateway: Some(gateway), ..Way::default() }).into_iter().collect()
    }
}

/// The adapter that a knock leaves through; none where it has no IPv4, as some telephones' have.
fn way_out<'a>(adapters: &'a [Adapter], interface: Option<&str>) -> Option<&'a Adapter> {
    adapters.iter().find(|a| interface.map_or(a.default_route, |name| a.name == name))
}

#[cfg(test)]
mod tests {
    use super::super::now;
    use super::*;
    use crate::domain::case::Case;
    use crate::domain::judge::judge;
    use crate::domain::office::{Answers, Gateway};
    use crate::domain::probe::Surroundings;
    use crate::domain::report::Walker;
    use crate::domain::service::{ProfileId, ServiceId};
    use crate::helper::result::Door;
    use crate::store::Store;

    const ROUTER: &str = "02:00:00:00:00:01";
    const TELEPHONE: &str = "02:00:00:00:00:99";

    fn adapter(name: &str, address: &str, gateway: Option<&str>) -> Adapter {
        Adapter {
            is_virtual: name.starts_with("tun"),
            default_route: false,
            gateway: gateway.map(|g| g.parse().unwrap()),
            ..Adapter::way_out(name, address.parse().unwrap())
        }
    }

    fn known(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, hardware)| ((*name).to_owned(), (*hardware).to_owned())).collect()
    }

    /// An office that was looked at through a cable, with these adapters beside it, and a folder to drop with it.
    fn office(others: &[Adapter], hardware: &[(&str, &str)]) -> (Office, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = Store::open(Some(folder.path().to_owned())).unwrap();
        let mut office = Office::new(Surroundings::default(), None, store);
        let cable = Adapter { default_route: true, ..adapter("eth0", "192.168.77.10", Some("192.168.77.1")) };
        office.adapters = std::iter::once(cable).chain(others.iter().cloned()).collect();
        office.hardware = known(hardware);
        office.looked_at = Some(now());
        (office, folder)
    }

    #[test]
    fn another_adapter_of_the_same_router_is_no_outside() {
        let (office, _folder) = office(&[], &[("eth0", ROUTER)]);
        let stand = |adapter: &Adapter, hardware: &[(&str, &str)]| office.stand_of(&Way::of(adapter, &known(hardware)));
        let wifi = adapter("wlan0", "192.168.77.57", Some("192.168.77.1"));
        assert_eq!(stand(&wifi, &[("wlan0", ROUTER)]), Stand::Inside, "the office's Wi-Fi");
        assert_eq!(stand(&wifi, &[]), Stand::Inside, "its router's hardware address could not be read");
        let bare = adapter("eth1", "192.168.77.58", None);
        assert_eq!(stand(&bare, &[]), Stand::Inside, "in the same network without a router of its own");
        let guests = adapter("wlan0", "192.168.2.57", Some("192.168.2.1"));
        assert_eq!(stand(&guests, &[("wlan0", ROUTER)]), Stand::Inside, "the guests' Wi-Fi of the same box");
    }

    #[test]
    fn a_telephones_hotspot_is_outside_also_as_a_second_adapter() {
        let telephone = adapter("usb0", "192.168.42.129", Some("192.168.42.1"));
        let (office, _folder) = office(std::slice::from_ref(&telephone), &[("eth0", ROUTER)]);
        let stand = |adapter: &Adapter, hardware: &[(&str, &str)]| office.stand_of(&Way::of(adapter, &known(hardware)));
        assert_eq!(stand(&telephone, &[("usb0", TELEPHONE)]), Stand::Outside);
        assert_eq!(stand(&telephone, &[]), Stand::Outside, "nothing is known of its hardware");
        let same = adapter("wlan0", "192.168.77.57", Some("192.168.77.1"));
        assert_eq!(stand(&same, &[("wlan0", TELEPHONE)]), Stand::Unclear, "a hotspot with the office's own numbers");
        let stick = adapter("wwan0", "10.64.3.9", None);
        assert_eq!(stand(&stick, &[]), Stand::Outside, "a mobile stick has no router to see");
    }

    #[test]
    fn adapters_that_were_only_listed_are_no_office() {
        let (mut office, _folder) = office(&[], &[("eth0", ROUTER)]);
        office.looked_at = None;
        let here = adapter("eth0", "192.168.77.10", Some("192.168.77.1"));
        assert_eq!(office.stand_of(&Way::of(&here, &known(&[("eth0", ROUTER)]))), Stand::Unclear);
    }

    #[test]
    fn behind_a_vpn_the_cable_is_still_the_offices() {
        let (mut office, _folder) = office(&[], &[("eth0", ROUTER)]);
        let cable = adapter("eth0", "192.168.77.10", Some("192.168.77.1"));
        office.adapters = vec![Adapter { default_route: true, ..adapter("tun0", "10.8.0.6", None) }, cable.clone()];
        let stand = |adapter: &Adapter| office.stand_of(&Way::of(adapter, &known(&[("eth0", ROUTER)])));
        assert_eq!(stand(&cable), Stand::Inside);
        assert_eq!(stand(&adapter("tun0", "10.8.0.6", None)), Stand::Inside, "where it stood when it looked");
        assert_eq!(stand(&adapter("wlan0", "172.20.10.4", Some("172.20.10.1"))), Stand::Outside);
    }

    #[test]
    fn before_any_look_the_last_checks_router_counts() {
        let (mut office, _folder) = office(&[], &[]);
        office.adapters.clear();
        let stand = |office: &Office, address, gateway| {
            office.stand_of(&Way::of(&adapter("wlan0", address, Some(gateway)), &known(&[("wlan0", ROUTER)])))
        };
        assert_eq!(stand(&office, "172.20.10.4", "172.20.10.1"), Stand::Unclear, "no office is known at all");
        let mut case = Case::new(now(), Answers::default());
        case.office.gateways = vec![Gateway { is_default: true, ..Gateway::unknown("192.168.77.1".parse().unwrap()) }];
        office.store.keep_report(&judge(&case)).unwrap();
        assert_eq!(stand(&office, "192.168.77.10", "192.168.77.1"), Stand::Inside);
        assert_eq!(stand(&office, "172.20.10.4", "172.20.10.1"), Stand::Outside);
    }

    #[test]
    fn where_nobody_can_tell_only_an_answer_that_names_the_street_counts() {
        let invitation = Invitation {
            address: "11.22.33.2".parse().unwrap(),
            profile: ProfileId("trixbox-pro".into()),
            services: vec![ServiceId("hud".into())],
            expires: now(),
            walker: Walker::StepOutside,
            secret: [7; 10],
            first_fingerprint: None,
            voice_ports: None,
        };
        let walked = |outcome, address: Option<&str>| WalkResult {
            at: now(),
            address: address.map(|a| a.parse().unwrap()),
            street_lies: false,
            trouble: None,
            doors: vec![Door { service: ServiceId("hud".into()), outcome, fingerprint: None }],
            voice: Vec::new(),
        };
        let believes = |stand: Stand, outcome, address| stand.believes(&walked(outcome, address), &invitation);
        assert!(!believes(Stand::Unclear, Outcome::Answered, None), "nothing tells that it was no knock from inside");
        assert!(believes(Stand::Unclear, Outcome::Answered, Some("11.22.33.60")));
        assert!(believes(Stand::Unclear, Outcome::Silent, None), "silence proves no entrance");
        assert!(believes(Stand::Outside, Outcome::Answered, None));
    }

    #[test]
    fn a_knock_leaves_through_the_adapter_that_was_named() {
        let cable = Adapter { default_route: true, ..adapter("eth0", "192.168.77.10", Some("192.168.77.1")) };
        let adapters = [cable, adapter("wlan0", "192.168.77.57", Some("192.168.77.1"))];
        let name = |interface| way_out(&adapters, interface).map(|a| a.name.as_str());
        assert_eq!((name(None), name(Some("wlan0")), name(Some("hot0"))), (Some("eth0"), Some("wlan0"), None));
    }
}
