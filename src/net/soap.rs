//! SOAP as routers speak it: a request as text, an answer or a fault out of gated XML, and lines of the mapping
//! list read leniently. No sockets here.

use std::net::{IpAddr, Ipv4Addr};

use crate::domain::office::PortMapping;
use crate::domain::service::Transport;
use crate::net::igd::RouterError;
use crate::net::xml::{self, Element, tidy};

/// A request. `arguments` are names and values of ours, in the order the service description has them.
pub(super) fn request(service_type: &str, action: &str, arguments: &[(&str, &str)]) -> String {
    let arguments = arguments
        .iter()
        .map(|(name, value)| format!("<{name}>{}</{name}>", escape(value)))
        .collect::<Vec<_>>()
        .concat();
    let service_type = escape(service_type);
    format!(
        "<?xml version=\"1.0\"?>\r\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:{action} \
         xmlns:u=\"{service_type}\">{arguments}</u:{action}></s:Body></s:Envelope>\r\n"
    )
}

/// The answer to `action`, or the fault. A fault counts without a description and with blanks around its number
/// (igd-next wants both and loses a 718 otherwise).
pub(super) fn answer(status: u16, body: &[u8], action: &str) -> Result<Element, RouterError> {
    let document = match xml::read(body, xml::ANSWER_LIMIT) {
        Ok(document) => document,
        // The status says more than "not XML" about a page that asks for a password.
        Err(problem) if status == 200 => return Err(RouterError::NotProper(problem.to_string())),
        Err(_) => return Err(RouterError::NotProper(format!("HTTP {status}"))),
    };
    if let Some(code) = document.find("errorCode") {
        return match code.text.trim().parse() {
            Ok(code) => Err(RouterError::Code(code)),
            Err(_) => Err(RouterError::NotProper(tidy(&code.text))),
        };
    }
    if let Some(fault) = document.find("Fault") {
        let words = fault.value("faultstring").or_else(|| fault.value("Reason")).unwrap_or("fault without a code");
        return Err(RouterError::NotProper(tidy(words)));
    }
    if !(200..300).contains(&status) {
        return Err(RouterError::NotProper(format!("HTTP {status}")));
    }
    let name = format!("{action}Response");
    match document.find(&name) {
        Some(answer) => Ok(answer.clone()),
        None => Err(RouterError::NotProper(tidy(&document.name))),
    }
}

/// The same answer in the plainest SOAP there is, for igd-next, which never sees a byte that the router wrote as
/// markup.
pub(super) fn plain(action: &str, answer: &Element) -> String {
    let values = answer
        .children
        .iter()
        .filter(|v| v.name.chars().all(|c| c.is_ascii_alphanumeric()) && !v.name.is_empty())
        .filter(|v| !v.name.starts_with(|c: char| c.is_ascii_digit()))
        .map(|v| format!("<{0}>{1}</{0}>", v.name, escape(v.text.trim())))
        .collect::<Vec<_>>()
        .concat();
    format!("<Envelope><Body><{action}Response>{values}</{action}Response></Body></Envelope>")
}

/// Escapes what XML needs; control characters, which XML 1.0 forbids, become blanks.
fn escape(text: &str) -> String {
    let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    quick_xml::escape::escape(printable.as_str()).into_owned()
}

/// A line of the table as the router lists it. Most routers follow the letter; some write `udp`, `true`, an empty
/// lease or -1. None when port or protocol cannot be made out.
pub(super) fn mapping(answer: &Element, asked: Option<(u16, Transport)>) -> Option<PortMapping> {
    let number = |name: &str| answer.value(name).and_then(|t| t.parse::<u16>().ok());
    let client = answer.value("NewInternalClient");
    // GetSpecificPortMappingEntry does not repeat port and protocol; an answer without a client is none at all.
    let (external_port, protocol) = match asked {
        Some(asked) => {
            client?;
            asked
        }
        None => (number("NewExternalPort")?, protocol(answer.value("NewProtocol")?)?),
    };
    Some(PortMapping {
        external_port,
        protocol,
        internal_client: client.and_then(|t| t.parse().ok()).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        internal_port: number("NewInternalPort").unwrap_or(external_port),
        lease_seconds: answer.value("NewLeaseDuration").map_or(0, lease),
        description: answer.value("NewPortMappingDescription").map(tidy).unwrap_or_default(),
        ours: false,
        enabled: answer.value("NewEnabled").is_none_or(is_enabled),
        remote_host: answer
            .value("NewRemoteHost")
            .filter(|h| *h != "0.0.0.0" && *h != "*")
            .map(tidy)
            .unwrap_or_default(),
    })
}

fn protocol(text: &str) -> Option<Transport> {
    match text.to_ascii_uppercase().as_str() {
        "UDP" | "17" => Some(Transport::Udp),
        "TCP" | "6" => Some(Transport::Tcp),
        _ => None,
    }
}

fn is_enabled(text: &str) -> bool {
    !["0", "false", "no", "off", "disabled"].iter().any(|off| text.eq_ignore_ascii_case(off))
}

/// -1 and other words stand for no end.
fn lease(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(inner: &str) -> Vec<u8> {
        format!(
            "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>\
             <faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError \
             xmlns=\"urn:schemas-upnp-org:control-1-0\">{inner}</UPnPError></detail></s:Fault></s:Body></s:Envelope>"
        )
        .into_bytes()
    }

    fn entry(inner: &str) -> Element {
        let body = format!("<E><B><u:XResponse xmlns:u='u'>{inner}</u:XResponse></B></E>");
        answer(200, body.as_bytes(), "X").unwrap()
    }

    #[test]
    fn a_fault_is_its_number_whatever_stands_around_it() {
        for inner in [
            "<errorCode>718</errorCode><errorDescription>ConflictInMappingEntry</errorDescription>",
            "<errorCode>718</errorCode>",
            "<errorCode> 718\n</errorCode><errorDescription></errorDescription>",
        ] {
            assert_eq!(answer(500, &fault(inner), "AddPortMapping"), Err(RouterError::Code(718)), "{inner}");
        }
        let odd = answer(500, &fault("<errorCode>seven\x07hundred</errorCode>"), "X");
        assert_eq!(odd, Err(RouterError::NotProper("seven hundred".to_owned())));
        assert_eq!(answer(500, &fault(""), "X"), Err(RouterError::NotProper("UPnPError".to_owned())));
    }

    #[test]
    fn what_is_no_soap_is_named_and_cut() {
        let page = b"<html><body><p>Please sign in</body></html>";
        assert_eq!(answer(401, page, "X"), Err(RouterError::NotProper("HTTP 401".to_owned())));
        assert_eq!(answer(302, b"", "X"), Err(RouterError::NotProper("HTTP 302".to_owned())));
        assert_eq!(answer(200, b"<html/>", "X"), Err(RouterError::NotProper("html".to_owned())));
        let long = format!("<s:Fault xmlns:s='u'><faultstring>{}</faultstring></s:Fault>", "x".repeat(1000));
        let Err(RouterError::NotProper(kept)) = answer(500, long.as_bytes(), "X") else { panic!("no fault") };
        assert_eq!(kept.len(), 200);
    }

    #[test]
    fn lines_are_read_leniently() {
        let line = entry(
            "<NewRemoteHost>0.0.0.0</NewRemoteHost><NewExternalPort> 5060 </NewExternalPort><NewProtocol>udp</NewProtocol>\
             <NewInternalPort>5060</NewInternalPort><NewInternalClient>192.168.1.20</NewInternalClient>\
             <NewEnabled>true</NewEnabled><NewPortMappingDescription>B\u{fc}ro\x01</NewPortMappingDescription>\
             <NewLeaseDuration>-1</NewLeaseDuration>",
        );
        let line = mapping(&line, None).unwrap();
        assert_eq!((line.external_port, line.protocol, line.internal_port), (5060, Transport::Udp, 5060));
        assert_eq!((line.enabled, line.lease_seconds, line.remote_host.as_str()), (true, 0, ""));
        assert_eq!(line.description, "B\u{fc}ro");
        for (text, seconds) in [
            ("", 0),
            ("-1", 0),
            ("604800", 604_800),
            (" 60\n", 60),
            ("4294967295", u32::MAX),
            ("4294967296", 0),
            ("1 h", 0),
        ] {
            let line = entry(&format!(
                "<NewExternalPort>1</NewExternalPort><NewProtocol>TCP</NewProtocol><NewLeaseDuration>{text}</NewLeaseDuration>"
            ));
            assert_eq!(mapping(&line, None).unwrap().lease_seconds, seconds, "{text:?}");
        }
        let off = entry("<NewExternalPort>1</NewExternalPort><NewProtocol>TCP</NewProtocol><NewEnabled>0</NewEnabled>");
        let off = mapping(&off, None).unwrap();
        assert!(!off.enabled);
        assert!(off.internal_client.is_unspecified());
        for unreadable in ["", "<NewExternalPort>70000</NewExternalPort><NewProtocol>TCP</NewProtocol>"] {
            assert_eq!(mapping(&entry(unreadable), None), None, "{unreadable}");
        }
    }

    #[test]
    fn a_specific_answer_without_a_client_is_none() {
        let asked = Some((5060, Transport::Udp));
        assert_eq!(mapping(&entry("<NewInternalClient></NewInternalClient>"), asked), None);
        let held = mapping(&entry("<NewInternalClient>192.168.1.30</NewInternalClient>"), asked).unwrap();
        assert_eq!((held.external_port, held.internal_port), (5060, 5060));
    }

    #[test]
    fn nothing_of_the_router_reaches_the_next_parser_as_markup() {
        let answer = entry("<NewExternalIPAddress> 1.2.3.4\n</NewExternalIPAddress><v.w>x</v.w><N>a&lt;b&gt;\x02</N>");
        let text = plain("X", &answer);
        assert_eq!(
            text,
            "<Envelope><Body><XResponse><NewExternalIPAddress>1.2.3.4</NewExternalIPAddress><N>a&lt;b&gt;</N>\
             </XResponse></Body></Envelope>"
        );
    }

    #[test]
    fn a_request_escapes_its_values() {
        let text = request("urn:x:1", "Do", &[("NewA", "a<b&\r\nc")]);
        assert!(text.contains("<u:Do xmlns:u=\"urn:x:1\"><NewA>a&lt;b&amp;  c</NewA></u:Do>"), "{text}");
    }
}
