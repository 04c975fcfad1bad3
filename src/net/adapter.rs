//! This computer's adapters and what its neighbour table knows. Facts only: which adapter matters is for others.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::domain::office::Adapter;
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;

/// How long the system may take to answer a poke with an entry in its neighbour table.
const POKE: Duration = Duration::from_millis(1200);

/// Adapters of the office: this computer's, or those that a practice office says it has.
pub async fn adapters_in(surroundings: &Surroundings) -> Vec<Adapter> {
    match &surroundings.practice {
        Some(street) => street.adapters.clone(),
        None => adapters().await,
    }
}

/// This computer's adapters with an IPv4 address; the default route's first.
pub async fn adapters() -> Vec<Adapter> {
    // The system's tables are read with blocking calls.
    let read = tokio::task::spawn_blocking(netdev::get_interfaces);
    let mut found: Vec<Adapter> = read.await.unwrap_or_default().iter().flat_map(of_interface).collect();
    // Two adapters may both have a default route; the system uses one of them.
    let mut first = true;
    found.sort_by_key(|a| !a.default_route);
    for adapter in &mut found {
        adapter.default_route = adapter.default_route && std::mem::take(&mut first);
    }
    found
}

fn of_interface(interface: &netdev::Interface) -> Vec<Adapter> {
    if !interface.is_up() || interface.is_loopback() {
        return Vec::new();
    }
    let gateway = interface.gateway.as_ref().and_then(|g| g.ipv4.first().copied());
    let of = |net: &netdev::ipnet::Ipv4Net| Adapter {
        name: interface.name.clone(),
        address: net.addr(),
        prefix: net.prefix_len(),
        is_virtual: is_virtual(interface),
        default_route: interface.default,
        gateway: gateway.filter(|g| !g.is_unspecified()),
        has_ipv6: interface.has_global_ipv6(),
    };
    interface.ipv4.iter().filter(|net| !net.addr().is_link_local()).map(of).collect()
}

/// VPN, tunnel and virtual machine networks, by type or by the names that their programs give them.
fn is_virtual(interface: &netdev::Interface) -> bool {
    const NAMES: [&str; 14] = [
        "tun",
        "tap",
        "wg",
        "utun",
        "docker",
        "br-",
        "virbr",
        "vmnet",
        "vboxnet",
        "tailscale",
        "zt",
        "ipsec",
        "nordlynx",
        "proton",
    ];
    let named = |text: &str| {
        let text = text.to_ascii_lowercase();
        NAMES.iter().any(|n| text.starts_with(n))
            || ["vpn", "wireguard", "hyper-v", "virtualbox", "vmware"].iter().any(|n| text.contains(n))
    };
    interface.is_tun()
        || named(&interface.name)
        || interface.friendly_name.as_deref().is_some_and(named)
        || interface.description.as_deref().is_some_and(named)
}

/// Hardware address of a neighbour, where the system's table shows it.
pub async fn neighbour_mac(ip: IpAddr) -> Option<String> {
    table().await.into_iter().find(|n| IpAddr::V4(n.ip) == ip).and_then(|n| n.mac)
}

/// Whether a machine is at this address at all. None where the system does not show it.
pub async fn machine_there(ip: IpAddr, surroundings: &Surroundings) -> Option<bool> {
    let IpAddr::V4(v4) = ip else { return None };
    if let Some(street) = &surroundings.practice {
        return Some(street.routes.iter().any(|r| r.story.ip() == ip));
    }
    let known = |found: &[Neighbour]| found.iter().find(|n| n.ip == v4).map(|n| n.mac.is_some());
    if let Some(true) = known(&table().await) {
        return Some(true);
    }
    // One datagram to the discard port makes the system ask its neighbours who has the address.
    let poke = tokio::net::UdpSocket::bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0))).await.ok()?;
    let to = surroundings.dial(Transport::Udp, SocketAddr::new(ip, 9))?;
    poke.send_to(&[], to).await.ok()?;
    tokio::time::sleep(POKE).await;
    known(&table().await)
}

/// One line of the neighbour table. Without a hardware address nobody answered.
struct Neighbour {
    ip: Ipv4Addr,
    mac: Option<String>,
}

#[cfg(target_os = "linux")]
async fn table() -> Vec<Neighbour> {
    let read = tokio::task::spawn_blocking(|| std::fs::read_to_string("/proc/net/arp").unwrap_or_default());
    let text = read.await.unwrap_or_default();
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let ip = words.next()?.parse().ok()?;
        let (flags, mac) = (words.nth(1)?, words.next()?);
        // Flag 2 is a complete entry.
        let complete = u32::from_str_radix(flags.trim_start_matches("0x"), 16).is_ok_and(|f| f & 2 != 0);
        Some(Neighbour { ip, mac: (complete && mac != "00:00:00:00:00:00").then(|| mac.to_owned()) })
    };
    text.lines().skip(1).filter_map(line).collect()
}

/// Elsewhere only the system's own tool shows the table. Its layouts differ, but each line has the address and, with
/// colons or hyphens, the hardware address.
#[cfg(not(target_os = "linux"))]
async fn table() -> Vec<Neighbour> {
    const LIMIT: Duration = Duration::from_secs(1);
    let tool = if cfg!(windows) { "C:\\Windows\\System32\\arp.exe" } else { "/usr/sbin/arp" };
    let run = tokio::task::spawn_blocking(move || {
        std::process::Command::new(tool).args(["-a", "-n"][..if cfg!(windows) { 1 } else { 2 }].iter()).output()
    });
    let Ok(Ok(Ok(output))) = tokio::time::timeout(LIMIT, run).await else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = |line: &str| {
        let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || "()".contains(c)).collect();
        let ip = words.iter().find_map(|w| w.parse().ok())?;
        let is_mac = |w: &&&str| w.split([':', '-']).filter(|p| !p.is_empty() && p.len() <= 2).count() == 6;
        let mac = words.iter().find(is_mac).map(|w| w.replace('-', ":").to_ascii_lowercase());
        Some(Neighbour { ip, mac })
    };
    text.lines().filter_map(line).collect()
}
