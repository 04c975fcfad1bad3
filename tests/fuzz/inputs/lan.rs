//! What answers on the office's own network: searches, descriptions, the router's answers.

use std::net::Ipv4Addr;

use separate_entrance::domain::office::PortMapping;
use separate_entrance::domain::service::Transport;
use separate_entrance::net::fuzzed;

use super::{files, shown};

const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 1);
const NONCE: [u8; 12] = [7; 12];
const PORT: u16 = 5060;

/// An answer to a search leads to nobody but its sender.
pub fn ssdp(data: &[u8]) {
    let Some((location, as_router, server)) = fuzzed::ssdp(data) else { return };
    assert!(location.len() <= 500 && !location.chars().any(char::is_control), "{location:?}");
    if let Some(server) = &server {
        shown(server);
    }
    let target = if as_router { "urn:schemas-upnp-org:service:WANIPConnection:1" } else { "upnp:rootdevice" };
    let named = server.as_ref().map_or(String::new(), |s| format!("SERVER: {s}\r\n"));
    let again = format!("HTTP/1.1 200 OK\r\nST: {target}\r\nLOCATION: {location}\r\n{named}\r\n");
    assert_eq!(fuzzed::ssdp(again.as_bytes()), Some((location.clone(), as_router, server)), "written anew");
    if let Some((asked, path)) = fuzzed::place(ROUTER, &location) {
        assert_eq!(asked.ip(), ROUTER, "{location:?}");
        assert!(asked.port() != 0 && path.starts_with('/'), "{asked} {path:?}");
        assert!(path.bytes().all(|b| b.is_ascii_graphic()), "goes into a request line: {path:?}");
    }
}

pub fn ssdp_seeds() -> Vec<Vec<u8>> {
    [
        "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n\
         LOCATION: http://192.168.77.1:5000/rootDesc.xml\r\nSERVER: Linux/3.4 UPnP/1.0 MiniUPnPd/2.3.1\r\n\r\n",
        "HTTP/1.0 200 OK\r\nst: upnp:rootdevice\r\nLocation:http://[fe80::1]:80/\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLOCATION: http://192.168.77.99@192.168.77.1:1/x?y#z\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLOCATION: http://0xC0A84D01:00080/\\..//x\r\n\r\n",
    ]
    .map(|s| s.as_bytes().to_vec())
    .to_vec()
}

/// A description names no other host, and little of it is kept.
pub fn description(data: &[u8]) {
    if let Some(all) = fuzzed::xml(data) {
        assert!(all.len() <= 4096 && all.iter().all(|(_, text)| text.len() <= 4096), "{} elements", all.len());
        let kept: usize = all.iter().map(|(name, text)| name.len() + text.len()).sum();
        // Latin-1 doubles, and an entity may be longer than what stands for it.
        assert!(kept <= 4 * data.len(), "{kept} of {}", data.len());
    }
    let Some(said) = fuzzed::description(data, ROUTER) else { return };
    said.words.iter().for_each(|w| shown(w));
    assert!(said.services.len() <= 9, "{}", said.services.len());
    for (service, asked) in &said.services {
        assert_eq!(asked.ip(), ROUTER, "{service}");
        assert!(asked.port() != 0);
    }
}

pub fn description_seeds() -> Vec<Vec<u8>> {
    [files("tests/fixtures/descriptions", ".xml"), files("tests/fixtures/devices", ".xml")].concat()
}

const ACTIONS: [&str; 5] = [
    "GetGenericPortMappingEntry",
    "GetSpecificPortMappingEntry",
    "GetExternalIPAddress",
    "AddPortMapping",
    "GetOutboundPinholeTimeout",
];

/// What igd-next gets to read says the same as what the router said.
pub fn soap(data: &[u8]) {
    let Some((&choice, body)) = data.split_first() else { return };
    let action = ACTIONS[usize::from(choice) % ACTIONS.len()];
    let status = if choice & 0x80 == 0 { 200 } else { 500 };
    match fuzzed::soap(status, body, action) {
        Err(words) => shown(&words),
        Ok(answered) => {
            answered.lines.iter().flatten().for_each(line);
            assert!(answered.plain.len() <= 8 * body.len() + 200, "{} of {}", answered.plain.len(), body.len());
            if answered.plain.len() <= 64 * 1024 {
                let again = fuzzed::soap(200, answered.plain.as_bytes(), action);
                assert_eq!(again.map(|a| a.lines), Ok(answered.lines), "{}", answered.plain);
            }
        }
    }
}

fn line(line: &PortMapping) {
    shown(&line.description);
    shown(&line.remote_host);
    assert!(!line.ours, "what is ours is for the journal to say");
}

pub fn soap_seeds() -> Vec<Vec<u8>> {
    let envelope = |choice: u8, inside: &str| {
        let text = format!(
            "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{inside}\
             </s:Body></s:Envelope>"
        );
        [&[choice], text.as_bytes()].concat()
    };
    vec![
        envelope(
            0,
            "<u:GetGenericPortMappingEntryResponse xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">\
             <NewRemoteHost></NewRemoteHost><NewExternalPort>5060</NewExternalPort><NewProtocol>UDP</NewProtocol>\
             <NewInternalPort>5060</NewInternalPort><NewInternalClient>192.168.77.20</NewInternalClient>\
             <NewEnabled>1</NewEnabled><NewPortMappingDescription>a &amp; b</NewPortMappingDescription>\
             <NewLeaseDuration>0</NewLeaseDuration></u:GetGenericPortMappingEntryResponse>",
        ),
        envelope(
            2,
            "<GetExternalIPAddressResponse><NewExternalIPAddress>203.0.113.7</NewExternalIPAddress></GetExternalIPAddressResponse>",
        ),
        envelope(3, "<AddPortMappingResponse/>"),
        envelope(
            0x83,
            "<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError>\
             <errorCode> 718 </errorCode><errorDescription>ConflictInMappingEntry</errorDescription></UPnPError></detail></s:Fault>",
        ),
        envelope(
            4,
            "<GetOutboundPinholeTimeoutResponse><OutboundPinholeTimeout>3600</OutboundPinholeTimeout></GetOutboundPinholeTimeoutResponse>",
        ),
    ]
}

/// A grant counts only where it answers our wish: by nonce and port, or in NAT-PMP by port.
pub fn port_control(data: &[u8]) {
    for protocol in [Transport::Udp, Transport::Tcp] {
        let [pcp, nat_pmp] = fuzzed::port_control(data, NONCE, protocol, PORT);
        if let Some(Ok(_)) = pcp {
            assert_eq!((data[0], data[1], data[3]), (2, 0x81, 0));
            assert_eq!(data[24..36], NONCE);
            assert_eq!(data[40..42], PORT.to_be_bytes());
        }
        if let Some(Ok(_)) = nat_pmp {
            assert_eq!((data[0], &data[2..4]), (0, &[0, 0][..]));
            assert_eq!(data[8..10], PORT.to_be_bytes());
        }
    }
}

pub fn port_control_seeds() -> Vec<Vec<u8>> {
    let mut map = vec![2, 0x81, 0, 0, 0, 0, 0x1c, 0x20, 0, 0, 1, 0];
    map.extend([0; 12]);
    map.extend(NONCE);
    map.extend([17, 0, 0, 0, 0x13, 0xc4, 0x13, 0xc4]);
    map.extend([0; 10]);
    map.extend([0xff, 0xff, 203, 0, 113, 7]);
    let mut refused = map.clone();
    refused[3] = 8;
    let nat_pmp = vec![0, 0x81, 0, 0, 0, 0, 1, 0, 0x13, 0xc4, 0x13, 0xc4, 0, 0, 0x1c, 0x20];
    let address = vec![0, 0x80, 0, 0, 0, 0, 1, 0, 203, 0, 113, 7];
    vec![map, refused, nat_pmp, address, vec![0, 0x82, 0, 2, 0, 0, 1, 0], vec![0, 0xff, 0, 5, 0, 0, 0, 0]]
}
