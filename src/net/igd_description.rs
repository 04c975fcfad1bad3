//! Reads a device description: what the root device says about itself and which WAN connections it offers. Nothing
//! is fetched and no service description is needed (Pace PX5001 lists files that are not there).

use crate::net::igd_http::Place;
use crate::net::xml::{self, Element, XmlError, tidy};

/// Connections tried of one device.
const CONNECTIONS: usize = 8;

/// What a device says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Description {
    /// Of the root device; the WAN child of many routers says `MiniUPnP` (miniupnp#539).
    pub manufacturer: Option<String>,
    /// Model name, with the number where that says more.
    pub model: Option<String>,
    /// What it calls itself.
    pub friendly_name: Option<String>,
    /// Unique device name.
    pub udn: Option<String>,
    /// The root device calls itself version 2.
    pub is_version_2: bool,
    /// WAN connections, in the order given.
    pub connections: Vec<Connection>,
    /// The first `WANIPv6FirewallControl` service.
    pub firewall: Option<Connection>,
}

/// One `WANIPConnection` or `WANPPPConnection` service and a place where it may take requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Connection {
    /// Its service type, as it wants to be called.
    pub service_type: String,
    /// Where requests go.
    pub control: Place,
}

impl Connection {
    /// True for `WANIPConnection:2`, which only an IGD version 2 has.
    pub(super) fn is_version_2(&self) -> bool {
        self.service_type.ends_with(":2")
    }
}

/// Reads the description that was fetched at `location`.
pub(super) fn read(bytes: &[u8], location: &Place) -> Result<Description, XmlError> {
    let document = xml::read(bytes, xml::DESCRIPTION_LIMIT)?;
    let Some(root) = document.find("device") else { return Ok(Description::default()) };
    let text = |name: &str| root.value(name).map(tidy).filter(|t| !t.is_empty());
    // A base on another host is a lie or left over from another address; the location itself is as good.
    let base = document.value("URLBase").filter(|b| b.contains("://")).and_then(|b| location.join(b));
    let base = base.unwrap_or_else(|| location.clone());
    let mut services = Vec::new();
    collect(root, &base, &mut services);
    let (firewalls, mut connections): (Vec<_>, Vec<_>) =
        services.into_iter().partition(|s| s.service_type.contains(":WANIPv6FirewallControl:"));
    connections.truncate(CONNECTIONS);
    Ok(Description {
        manufacturer: text("manufacturer"),
        model: model(text("modelName"), text("modelNumber")),
        friendly_name: text("friendlyName"),
        udn: text("UDN"),
        is_version_2: text("deviceType").is_some_and(|t| t.ends_with("InternetGatewayDevice:2")),
        connections,
        firewall: firewalls.into_iter().next(),
    })
}

fn collect(element: &Element, base: &Place, connections: &mut Vec<Connection>) {
    for child in &element.children {
        if child.name.eq_ignore_ascii_case("service") {
            connections.extend(places(child, base));
        } else {
            collect(child, base, connections);
        }
    }
}

/// A relative address is read as the standard says and, where that differs, from the top as miniupnpc reads it: the
/// descriptions of some TP-Link lie in a folder and mean the latter.
fn places(service: &Element, base: &Place) -> Vec<Connection> {
    let Some(service_type) = service.value("serviceType").filter(|t| is_asked(t)) else { return Vec::new() };
    let Some(control) = service.value("controlURL") else { return Vec::new() };
    let mut places: Vec<Place> = base.join(control).into_iter().collect();
    if !control.contains("://") && !control.starts_with('/') {
        places.extend(base.join(&format!("/{control}")).filter(|p| !places.contains(p)));
    }
    places.into_iter().map(|control| Connection { service_type: service_type.to_owned(), control }).collect()
}

/// `urn:schemas-upnp-org:service:WANIPConnection:1` and its kin, and the firewall over IPv6. The type goes back out in a header, so it may hold
/// nothing but what such names are made of.
fn is_asked(service_type: &str) -> bool {
    let clean = service_type.chars().all(|c| c.is_ascii_alphanumeric() || ":._-".contains(c));
    let mut parts = service_type.rsplit(':');
    let version = parts.next().is_some_and(|v| matches!(v, "1" | "2"));
    let kind =
        parts.next().is_some_and(|k| matches!(k, "WANIPConnection" | "WANPPPConnection" | "WANIPv6FirewallControl"));
    clean && version && kind && service_type.starts_with("urn:") && service_type.len() <= 100
}

/// `MediaAccess TG` and `389ac` make one name; a bare version such as "1.0", "V24" or "v1.0.01", or a repetition, adds
/// nothing.
fn model(name: Option<String>, number: Option<String>) -> Option<String> {
    let says_more = |name: &str, number: &str| {
        let lower = number.to_lowercase();
        let number = number.strip_prefix(['v', 'V']).unwrap_or(number);
        let named = |test: fn(char) -> bool| number.chars().any(test);
        named(char::is_alphabetic) && named(|c| c.is_ascii_digit()) && !name.to_lowercase().contains(&lower)
    };
    match (name, number) {
        (Some(name), Some(number)) if number.to_lowercase().contains(&name.to_lowercase()) => Some(number),
        (Some(name), Some(number)) if says_more(&name, &number) => Some(tidy(&format!("{name} {number}"))),
        (name, number) => name.or(number),
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn described(inner: &str) -> Description {
        let location = Place::of(Ipv4Addr::new(192, 168, 1, 1), "http://192.168.1.1:1900/dir/d.xml").unwrap();
        read(format!("<root>{inner}</root>").as_bytes(), &location).unwrap()
    }

    fn service(kind: &str, control: &str) -> String {
        format!(
            "<serviceList><service><serviceType>urn:schemas-upnp-org:service:{kind}</serviceType>\
             <controlURL>{control}</controlURL></service></serviceList>"
        )
    }

    fn controls(description: &Description) -> Vec<String> {
        description.connections.iter().map(|c| format!("{}{}", c.control.socket_addr(), c.control.path())).collect()
    }

    #[test]
    fn names_come_from_the_root_device() {
        let description = described(
            "<device><friendlyName>Home</friendlyName><manufacturer>Maker</manufacturer><modelName>M</modelName>\
             <deviceList><device><manufacturer>MiniUPnP</manufacturer><UDN>inner</UDN></device></deviceList></device>",
        );
        assert_eq!(description.manufacturer.as_deref(), Some("Maker"));
        assert_eq!((description.udn, description.connections, description.firewall), (None, vec![], None));
    }

    #[test]
    fn addresses_are_seen_from_the_base_and_never_leave_the_device() {
        let device = |base: &str, control: &str| {
            controls(&described(&format!("{base}<device>{}</device>", service("WANIPConnection:1", control))))
        };
        assert_eq!(device("", "/c"), ["192.168.1.1:1900/c"]);
        assert_eq!(device("", "c"), ["192.168.1.1:1900/dir/c", "192.168.1.1:1900/c"]);
        assert_eq!(device("<URLBase>http://192.168.1.1:5555/</URLBase>", "c"), ["192.168.1.1:5555/c"]);
        assert_eq!(device("<URLBase>http://10.0.0.1:5555/</URLBase>", "/c"), ["192.168.1.1:1900/c"]);
        assert_eq!(device("", "http://192.168.1.1:8000/c"), ["192.168.1.1:8000/c"]);
        assert_eq!(device("", "http://192.168.1.7/c"), [""; 0]);
    }

    #[test]
    fn only_wan_connections_count() {
        for (kind, counts) in [
            ("WANIPConnection:1", true),
            ("WANIPConnection:2", true),
            ("WANPPPConnection:1", true),
            ("WANIPConnection:x", false),
            ("Layer3Forwarding:1", false),
            ("WANIPConnection:1\r\nEvil: 1", false),
        ] {
            let description = described(&format!("<device>{}</device>", service(kind, "/c")));
            assert_eq!(!description.connections.is_empty(), counts, "{kind}");
        }
    }

    #[test]
    fn the_firewall_over_ipv6_is_no_wan_connection() {
        let services = service("WANIPv6FirewallControl:1", "/fw") + &service("WANIPConnection:2", "/c");
        let description = described(&format!("<device>{services}</device>"));
        assert_eq!(controls(&description), ["192.168.1.1:1900/c"]);
        assert_eq!(description.firewall.map(|f| f.control.path()), Some("/fw".to_owned()));
    }

    #[test]
    fn a_model_number_counts_where_it_says_more() {
        let text = |t: &str| Some(t.to_owned());
        for (name, number, expected) in [
            ("MediaAccess TG", "389ac", "MediaAccess TG 389ac"),
            ("R7000", "1.0", "R7000"),
            ("Archer AX50", "AX50", "Archer AX50"),
            ("WNR", "WNR3500L", "WNR3500L"),
        ] {
            assert_eq!(model(text(name), text(number)).as_deref(), Some(expected), "{name} {number}");
        }
        assert_eq!(model(None, text("7")).as_deref(), Some("7"));
    }
}
