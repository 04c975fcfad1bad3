//! This computer's adapters, which of them leads outwards, and the neighbours on the local network. Only looks; the
//! system's own tool is asked where no safe interface tells.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::time::Duration;

use netdev::interface::ipv6_addr_flags::Ipv6AddrFlags;
use netdev::interface::types::InterfaceType;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::domain::address;
use crate::domain::office::{Adapter, OverIpv6};
use crate::domain::probe::Surroundings;

/// More than any computer has; a container host can have hundreds.
const ADAPTERS: usize = 32;
/// An address of nobody (RFC 5737): the system picks the adapter for it by its default route, and nothing is sent.
const NOWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);
/// The discard port, which nobody serves: a machine that is there refuses it.
const DISCARD: u16 = 9;
const POKE: Duration = Duration::from_millis(1500);

/// Beginnings of the names that VPNs, containers and virtual machines give their adapters. Not `veth`, `eth` or `br`:
/// offices do have bridges, and a namespace's only adapter is a veth.
const VIRTUAL_NAMES: [&str; 14] = [
    "docker",
    "br-",
    "virbr",
    "vmnet",
    "vboxnet",
    "tailscale",
    "zt",
    "utun",
    "wg",
    "tun",
    "tap",
    "ppp",
    "podman",
    "nordlynx",
];
/// Parts of the descriptions that Windows shows. Not Hyper-V as such: its external switch carries the real network.
const VIRTUAL_WORDS: [&str; 11] = [
    "tap-windows",
    "wintun",
    "wireguard",
    "openvpn",
    "tailscale",
    "zerotier",
    "vmware virtual",
    "virtualbox host-only",
    "default switch",
    "(wsl",
    "vpn",
];

/// What one look at the adapters shows: the system takes milliseconds for each.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// IPv4 adapters that are up and not loopback, the default route's first.
    pub adapters: Vec<Adapter>,
    /// Names of those that lead outwards over IPv6 and have no IPv4 address, as the mobile phone's can be. Those of
    /// tunnels are left out: they lead to somebody's office and not to a street. A practice office has none.
    pub over_ipv6_only: Vec<String>,
}

/// The adapters of these surroundings: the practice office's, or this computer's.
pub async fn adapters_in(surroundings: &Surroundings) -> Vec<Adapter> {
    seen_in(surroundings).await.adapters
}

/// This computer's own, whatever the surroundings.
pub async fn adapters() -> Vec<Adapter> {
    seen_in(&Surroundings::default()).await.adapters
}

/// What one look at the adapters of these surroundings shows.
pub async fn seen_in(surroundings: &Surroundings) -> Seen {
    match &surroundings.practice {
        Some(street) => Seen { adapters: street.adapters.clone(), over_ipv6_only: Vec::new() },
        None => tokio::task::spawn_blocking(look).await.unwrap_or_default(),
    }
}

fn is_over_ipv6_only(interface: &netdev::Interface) -> bool {
    let words = [interface.friendly_name.as_deref(), interface.description.as_deref()];
    let leads_out = |net: &netdev::ipnet::Ipv6Net| address::is_public(net.addr().into());
    interface.is_up()
        && interface.is_running()
        && !interface.is_loopback()
        && usable_ipv4(interface).next().is_none()
        && interface.ipv6.iter().any(leads_out)
        && !is_virtual(&interface.name, &words, interface.if_type)
}

/// Hardware addresses of the routers next to this computer, by the adapter's name, as far as the system knows them now.
pub async fn gateways_hardware() -> BTreeMap<String, String> {
    let of = |i: netdev::Interface| {
        let hardware = mac(&i.gateway.as_ref()?.mac_addr.to_string())?;
        Some((shown_name(&i), hardware))
    };
    let read = move || netdev::get_interfaces().into_iter().filter_map(of).collect();
    tokio::task::spawn_blocking(read).await.unwrap_or_default()
}

/// Every address of this computer, of both families, loopback included.
pub fn own_addresses() -> Vec<IpAddr> {
    let of = |i: netdev::Interface| {
        let v4: Vec<IpAddr> = i.ipv4.iter().map(|n| IpAddr::V4(n.addr())).collect();
        v4.into_iter().chain(i.ipv6.iter().map(|n| IpAddr::V6(n.addr())).collect::<Vec<_>>())
    };
    netdev::get_interfaces().into_iter().filter(netdev::Interface::is_up).flat_map(of).collect()
}

/// The public IPv6 address of the adapter of this name.
pub fn ipv6_of(name: &str) -> Option<Ipv6Addr> {
    let is_named = |i: &netdev::Interface| i.name == name || i.friendly_name.as_deref() == Some(name);
    let adapter = netdev::get_interfaces().into_iter().find(|i| i.is_up() && is_named(i))?;
    adapter.ipv6.iter().map(netdev::ipnet::Ipv6Net::addr).find(|ip| address::is_public((*ip).into()))
}

fn look() -> Seen {
    let outwards = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))
        .and_then(|socket| socket.connect(NOWHERE).and_then(|()| socket.local_addr()))
        .ok()
        .map(|local| local.ip());
    let all = netdev::get_interfaces();
    let over_ipv6_only = all.iter().filter(|i| is_over_ipv6_only(i)).map(shown_name).collect();
    let mut adapters: Vec<Adapter> = all
        .iter()
        .filter(|i| i.is_up() && i.is_running() && !i.is_loopback())
        .flat_map(|i| of_interface(i, outwards))
        .collect();
    // Stable: the system's order stays within each group.
    adapters.sort_by_key(|a| (!a.default_route, a.gateway.is_none(), a.is_virtual));
    adapters.truncate(ADAPTERS);
    Seen { adapters, over_ipv6_only }
}

fn of_interface(interface: &netdev::Interface, outwards: Option<IpAddr>) -> Vec<Adapter> {
    let gateway = interface.gateway.as_ref().and_then(|g| g.ipv4.first().copied());
    let name = shown_name(interface);
    let words = [interface.friendly_name.as_deref(), interface.description.as_deref()];
    let is_virtual = is_virtual(&interface.name, &words, interface.if_type);
    let has_ipv6 = interface.has_global_ipv6();
    let ipv6 = over_ipv6(interface);
    let mut adapters: Vec<Adapter> = usable_ipv4(interface)
        .map(|net| Adapter {
            name: name.clone(),
            address: net.addr(),
            prefix: net.prefix_len(),
            is_virtual,
            default_route: outwards == Some(IpAddr::V4(net.addr())),
            gateway: gateway.filter(|g| net.contains(g)),
            has_ipv6,
            ipv6,
        })
        .collect();
    // A point-to-point link's gateway lies in no network of its own.
    if adapters.iter().all(|a| a.gateway.is_none())
        && let Some(first) = adapters.first_mut()
    {
        first.gateway = gateway;
    }
    adapters
}

/// As its owner knows it.
fn shown_name(interface: &netdev::Interface) -> String {
    let friendly = if cfg!(windows) { interface.friendly_name.as_ref() } else { None };
    friendly.unwrap_or(&interface.name).clone()
}

/// Without those that an adapter gives itself where nobody else does.
fn usable_ipv4(interface: &netdev::Interface) -> impl Iterator<Item = &netdev::ipnet::Ipv4Net> {
    interface.ipv4.iter().filter(|n| !n.addr().is_link_local() && !n.addr().is_loopback())
}

/// The public address that lasts, and the router there. Addresses for privacy change every day (RFC 8981), and one on
/// its way out is none to open for.
fn over_ipv6(interface: &netdev::Interface) -> Option<OverIpv6> {
    let flags = interface.ipv6_addr_flags.iter().copied().chain(std::iter::repeat(Ipv6AddrFlags::default()));
    let lasting = interface.ipv6.iter().map(netdev::ipnet::Ipv6Net::addr).zip(flags);
    let lasting = lasting.filter(|(_, f)| !f.temporary && !f.deprecated && !f.tentative && !f.duplicated);
    let mut public = lasting.map(|(ip, _)| ip).filter(|ip| address::is_public((*ip).into()));
    let gateway = interface.gateway.as_ref().and_then(|g| g.ipv6.first().copied());
    public.next().map(|address| OverIpv6 { address, gateway })
}

/// Which adapter a link-local address is meant on (RFC 4007); 0 for any other.
pub(super) async fn scope_of(interface: &str, ip: Ipv6Addr) -> u32 {
    if !ip.is_unicast_link_local() {
        return 0;
    }
    let name = interface.to_owned();
    let find = move || {
        let mut all = netdev::get_interfaces().into_iter();
        all.find(|i| i.name == name || i.friendly_name.as_ref() == Some(&name)).map_or(0, |i| i.index)
    };
    tokio::task::spawn_blocking(find).await.unwrap_or_default()
}

fn is_virtual(name: &str, words: &[Option<&str>], kind: InterfaceType) -> bool {
    let name = name.to_ascii_lowercase();
    let named =
        VIRTUAL_NAMES.iter().any(|v| name.strip_prefix(v).is_some_and(|rest| v.ends_with('-') || numbered(rest)));
    let described = words.iter().flatten().map(|w| w.to_lowercase());
    let described = described.into_iter().any(|w| VIRTUAL_WORDS.iter().any(|v| w.contains(v)));
    let by_kind = matches!(kind, InterfaceType::Tunnel | InterfaceType::Ppp | InterfaceType::Slip);
    named || described || by_kind
}

/// `tun0`, `wg-office`, `zt7nnig` are names of their kind; `tunnel` or `wgroup` of a person's own making are too, and
/// only `tape` would be wronged.
fn numbered(rest: &str) -> bool {
    rest.is_empty() || rest.chars().any(|c| c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// The hardware address of a neighbour, as far as the system knows it now.
pub async fn neighbour_mac(ip: IpAddr) -> Option<String> {
    match neighbour(ip).await {
        Neighbour::There(mac) => Some(mac),
        Neighbour::Missing | Neighbour::Unknown => None,
    }
}

/// Whether a machine is there at all: it refuses or accepts a connection, or it answers ARP. None when that cannot be
/// told, as behind a router.
pub async fn machine_there(ip: IpAddr, surroundings: &Surroundings) -> Option<bool> {
    if let Some(street) = &surroundings.practice {
        return Some(street.routes.iter().any(|r| r.story.ip() == ip));
    }
    let poke = timeout(POKE, TcpStream::connect(SocketAddr::new(ip, DISCARD))).await;
    match poke {
        Ok(Ok(_)) => return Some(true),
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::ConnectionRefused => return Some(true),
        Ok(Err(_)) | Err(_) => {}
    }
    match neighbour(ip).await {
        Neighbour::There(_) => Some(true),
        Neighbour::Missing => Some(false),
        Neighbour::Unknown => None,
    }
}

/// What the neighbour table says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Neighbour {
    /// It has this hardware address.
    There(String),
    /// It was asked for and did not answer.
    Missing,
    /// Not in the table, or there is no table to read.
    Unknown,
}

#[cfg(target_os = "linux")]
async fn neighbour(ip: IpAddr) -> Neighbour {
    let table = tokio::task::spawn_blocking(|| std::fs::read_to_string("/proc/net/arp")).await;
    table.ok().and_then(Result::ok).map_or(Neighbour::Unknown, |table| in_linux_table(&table, ip))
}

/// Lines of `/proc/net/arp`: address, type, flags, hardware address, mask, device. Flag 2 is a complete entry.
#[cfg(any(target_os = "linux", test))]
fn in_linux_table(table: &str, ip: IpAddr) -> Neighbour {
    let wanted = ip.to_string();
    let mut found = Neighbour::Unknown;
    for line in table.lines().skip(1) {
        let mut columns = line.split_whitespace();
        if columns.next() != Some(wanted.as_str()) {
            continue;
        }
        let flags = columns.nth(1).and_then(|f| u32::from_str_radix(f.trim_start_matches("0x"), 16).ok());
        match columns.next().and_then(mac) {
            Some(mac) if flags.is_some_and(|f| f & 2 != 0) => return Neighbour::There(mac),
            Some(_) | None => found = Neighbour::Missing,
        }
    }
    found
}

#[cfg(not(target_os = "linux"))]
async fn neighbour(ip: IpAddr) -> Neighbour {
    let (arp, flag) = if cfg!(windows) { (r"C:\Windows\System32\arp.exe", "-a") } else { ("/usr/sbin/arp", "-n") };
    let text = crate::net::tool::said(arp, &[flag, &ip.to_string()]).await.unwrap_or_default();
    match text.split_whitespace().find_map(mac) {
        Some(mac) => Neighbour::There(mac),
        None if text.contains("incomplete") => Neighbour::Missing,
        None => Neighbour::Unknown,
    }
}

/// A hardware address in one spelling: lower case, colons, two digits each. All zeros and all ones are none.
fn mac(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim_matches(['(', ')', ',']).split([':', '-']).collect();
    let bytes: Vec<u8> = parts
        .iter()
        .map(|p| if (1..=2).contains(&p.len()) { u8::from_str_radix(p, 16).ok() } else { None })
        .collect::<Option<_>>()?;
    let real = bytes.len() == 6 && bytes.iter().any(|b| *b != 0) && bytes.iter().any(|b| *b != 0xff);
    real.then(|| bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tunnels_are_virtual_and_cables_are_not() {
        for name in
            ["tun0", "wg0", "wg-office", "docker0", "br-1f2e3d", "virbr0", "utun4", "tailscale0", "zt7nnig34", "ppp0"]
        {
            assert!(is_virtual(name, &[], InterfaceType::Ethernet), "{name}");
        }
        for name in ["eth0", "enp3s0", "wlan0", "br0", "veth1a2b", "rt_pc0", "en0", "Ethernet", "tape"] {
            assert!(!is_virtual(name, &[None], InterfaceType::Ethernet), "{name}");
        }
        let described = |text| is_virtual("{B4C0-11}", &[Some(text)], InterfaceType::Ethernet);
        assert!(described("TAP-Windows Adapter V9"));
        assert!(!described("Hyper-V Virtual Ethernet Adapter #2"));
        assert!(is_virtual("x", &[], InterfaceType::Tunnel));
    }

    #[test]
    fn the_linux_table_is_read() {
        let table = "IP address       HW type     Flags       HW address            Mask     Device\n\
                     192.168.77.20    0x1         0x2         02:00:00:00:00:2A     *        eth0\n\
                     192.168.77.21    0x1         0x0         00:00:00:00:00:00     *        eth0\n";
        let at = |last| in_linux_table(table, IpAddr::V4(Ipv4Addr::new(192, 168, 77, last)));
        assert_eq!(at(20), Neighbour::There("02:00:00:00:00:2a".to_owned()));
        assert_eq!(at(21), Neighbour::Missing);
        assert_eq!(at(2), Neighbour::Unknown);
    }

    #[test]
    fn hardware_addresses_have_one_spelling() {
        assert_eq!(mac("0:1b:c:d:e:f").as_deref(), Some("00:1b:0c:0d:0e:0f"));
        assert_eq!(mac("00-1B-0C-0D-0E-0F").as_deref(), Some("00:1b:0c:0d:0e:0f"));
        for none in
            ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "1:2:3", "(incomplete)", "192.168.1.1", "a:b:c:d:e:\u{e9}"]
        {
            assert_eq!(mac(none), None, "{none}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn this_computer_is_there() {
        let surroundings = Surroundings::default();
        assert_eq!(machine_there(IpAddr::V4(Ipv4Addr::LOCALHOST), &surroundings).await, Some(true));
        assert!(adapters().await.iter().all(|a| !a.address.is_loopback()));
    }
}
