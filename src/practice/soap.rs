//! The practice router's side of UPnP control: reads a SOAP request, lets the table decide, writes the answer or the
//! fault; and the XML in which the router describes itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::Ipv4Addr;

use quick_xml::escape::{escape, unescape};
use quick_xml::events::Event;
use tokio::time::Instant;

use crate::domain::service::Transport;
use crate::practice::pinhole;
use crate::practice::scenario::RouterStory;
use crate::practice::table::{Line, Refusal, Table, Wish};

/// Path that takes control requests.
pub(super) const CONTROL: &str = "/ctl/IPConn";
/// Path of the service description.
pub(super) const SERVICE: &str = "/WANIPCn.xml";
/// Path of the root description.
pub(super) const ROOT: &str = "/rootDesc.xml";
/// A router's own unique name.
pub(super) fn udn(address: Ipv4Addr) -> String {
    format!("uuid:7a1f4c52-77a0-4d19-9c3e-0242{:08x}", address.to_bits())
}

/// More arguments than any action has.
const MOST_ARGUMENTS: usize = 16;

/// Actions and their arguments, inward ones first; `>` marks outward ones. Order as in `WANIPConnection:1`.
const ACTIONS: [(&str, &[&str]); 7] = [
    ("GetConnectionTypeInfo", &[">NewConnectionType", ">NewPossibleConnectionTypes"]),
    ("GetStatusInfo", &[">NewConnectionStatus", ">NewLastConnectionError", ">NewUptime"]),
    ("GetExternalIPAddress", &[">NewExternalIPAddress"]),
    (
        "GetGenericPortMappingEntry",
        &[
            "NewPortMappingIndex",
            ">NewRemoteHost",
            ">NewExternalPort",
            ">NewProtocol",
            ">NewInternalPort",
            ">NewInternalClient",
            ">NewEnabled",
            ">NewPortMappingDescription",
            ">NewLeaseDuration",
        ],
    ),
    (
        "GetSpecificPortMappingEntry",
        &[
            "NewRemoteHost",
            "NewExternalPort",
            "NewProtocol",
            ">NewInternalPort",
            ">NewInternalClient",
            ">NewEnabled",
            ">NewPortMappingDescription",
            ">NewLeaseDuration",
        ],
    ),
    (
        "AddPortMapping",
        &[
            "NewRemoteHost",
            "NewExternalPort",
            "NewProtocol",
            "NewInternalPort",
            "NewInternalClient",
            "NewEnabled",
            "NewPortMappingDescription",
            "NewLeaseDuration",
        ],
    ),
    ("DeletePortMapping", &["NewRemoteHost", "NewExternalPort", "NewProtocol"]),
];

/// Service type of the WAN connection.
pub(super) fn connection(story: &RouterStory) -> String {
    // There is no second version of WANPPPConnection.
    let (name, version) = if story.ppp { ("WANPPPConnection", 1) } else { ("WANIPConnection", story.version) };
    format!("urn:schemas-upnp-org:service:{name}:{version}")
}

/// The same for the firewall over IPv6.
pub(super) fn firewall(table: &mut Table, action: &str, body: &str, now: Instant) -> (u16, String) {
    let Some(story) = table.story.ipv6_firewall else { return fault(Refusal(401)) };
    let asked = action.trim().trim_matches('"').split_once('#');
    let Some((pinhole::SERVICE_TYPE, name)) = asked else { return fault(Refusal(401)) };
    match read_arguments(body).and_then(|given| table.openings.run(story, name, &Arguments(given), now)) {
        Ok(values) => (200, response(pinhole::SERVICE_TYPE, name, &values)),
        Err(refusal) => fault(refusal),
    }
}

/// Answers one control request: HTTP status and body. `action` is the SOAPACTION header.
pub(super) fn control(table: &mut Table, action: &str, body: &str, now: Instant) -> (u16, String) {
    let service = connection(&table.story);
    let name = match action.trim().trim_matches('"').split_once('#') {
        // A version 2 device takes requests to version 1 of its service.
        Some((asked, name)) if asked.rsplit_once(':').map(|s| s.0) == service.rsplit_once(':').map(|s| s.0) => name,
        Some(_) | None => return fault(Refusal(401)),
    };
    match read_arguments(body).and_then(|arguments| run(table, name, &Arguments(arguments), now)) {
        Ok(values) => (200, response(&service, name, &values)),
        Err(refusal) => fault(refusal),
    }
}

pub(super) type Values = Vec<(&'static str, String)>;

fn run(table: &mut Table, action: &str, given: &Arguments, now: Instant) -> Result<Values, Refusal> {
    match action {
        "GetConnectionTypeInfo" => Ok(vec![
            ("NewConnectionType", "IP_Routed".to_owned()),
            ("NewPossibleConnectionTypes", "IP_Routed".to_owned()),
        ]),
        "GetStatusInfo" => Ok(vec![
            ("NewConnectionStatus", "Connected".to_owned()),
            ("NewLastConnectionError", "ERROR_NONE".to_owned()),
            ("NewUptime", "86400".to_owned()),
        ]),
        "GetExternalIPAddress" => Ok(vec![("NewExternalIPAddress", table.story.wan_address.clone())]),
        "GetGenericPortMappingEntry" => {
            let index: u16 = given.number("NewPortMappingIndex")?;
            let line = table.at(usize::from(index), now)?;
            let mut values = vec![
                ("NewRemoteHost", String::new()),
                ("NewExternalPort", line.port.to_string()),
                ("NewProtocol", line.protocol.name().to_owned()),
            ];
            values.extend(entry(line, now));
            Ok(values)
        }
        "GetSpecificPortMappingEntry" => {
            let line = table.specific(given.number("NewExternalPort")?, given.protocol()?, now)?;
            Ok(entry(line, now))
        }
        "AddPortMapping" => {
            let wish = Wish {
                remote_host: given.text("NewRemoteHost")?.to_owned(),
                port: given.number("NewExternalPort")?,
                protocol: given.protocol()?,
                inside_port: given.number("NewInternalPort")?,
                client: given.number("NewInternalClient")?,
                enabled: matches!(given.text("NewEnabled")?, "1" | "true" | "yes"),
                description: given.text("NewPortMappingDescription")?.to_owned(),
                lease: given.number("NewLeaseDuration")?,
            };
            table.add(wish, now).map(|()| Vec::new())
        }
        "DeletePortMapping" => {
            given.text("NewRemoteHost")?;
            table.delete(given.number("NewExternalPort")?, given.protocol()?, now).map(|()| Vec::new())
        }
        _ => Err(Refusal(401)),
    }
}

fn entry(line: &Line, now: Instant) -> Values {
    vec![
        ("NewInternalPort", line.inside_port.to_string()),
        ("NewInternalClient", line.client.to_string()),
        ("NewEnabled", u8::from(line.enabled).to_string()),
        ("NewPortMappingDescription", line.description.clone()),
        ("NewLeaseDuration", line.lease(now).to_string()),
    ]
}

/// Arguments by local name. A missing or unreadable one is 402, as in miniupnpd.
pub(super) struct Arguments(BTreeMap<String, String>);

impl Arguments {
    pub(super) fn text(&self, name: &str) -> Result<&str, Refusal> {
        self.0.get(name).map(|value| value.trim()).ok_or(Refusal(402))
    }

    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Result<T, Refusal> {
        self.text(name)?.parse().map_err(|_| Refusal(402))
    }

    fn protocol(&self) -> Result<Transport, Refusal> {
        match self.text("NewProtocol")?.to_ascii_uppercase().as_str() {
            "UDP" => Ok(Transport::Udp),
            "TCP" => Ok(Transport::Tcp),
            _ => Err(Refusal(402)),
        }
    }
}

/// Text of every innermost element that an action may have as an argument.
fn read_arguments(body: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let mut reader = quick_xml::Reader::from_str(body);
    let mut found = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    loop {
        match reader.read_event().map_err(|_| Refusal(402))? {
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                open = is_argument(&name).then(|| (name, String::new()));
            }
            Event::Empty(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                if is_argument(&name) {
                    found.insert(name, String::new());
                }
            }
            Event::Text(text) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some((_, value)) = &mut open {
                    let _ = write!(value, "&{};", &*reference);
                }
            }
            Event::End(_) => {
                if let Some((name, value)) = open.take() {
                    found.insert(name, unescape(&value).map_err(|_| Refusal(402))?.into_owned());
                }
            }
            Event::Eof => return Ok(found),
            Event::DocType(_) => return Err(Refusal(402)),
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if found.len() > MOST_ARGUMENTS {
            return Err(Refusal(402));
        }
    }
}

fn is_argument(name: &str) -> bool {
    const OVER_IPV6: [&str; 7] =
        ["RemoteHost", "RemotePort", "InternalClient", "InternalPort", "Protocol", "LeaseTime", "UniqueID"];
    name.starts_with("New") || OVER_IPV6.contains(&name)
}

fn envelope(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\r\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>{inside}</s:Body></s:Envelope>\r\n"
    )
}

fn response(service: &str, action: &str, values: &Values) -> String {
    let mut inside = String::new();
    for (name, value) in values {
        let _ = write!(inside, "<{name}>{}</{name}>", escape(value.as_str()));
    }
    envelope(&format!("<u:{action}Response xmlns:u=\"{service}\">{inside}</u:{action}Response>"))
}

fn fault(refusal: Refusal) -> (u16, String) {
    let Refusal(code) = refusal;
    let description = match code {
        401 => "Invalid Action",
        402 => "Invalid Args",
        501 => "ActionFailed",
        605 => "String Argument Too Long",
        606 => "Action not authorized",
        701 => "PinholeSpaceExhausted",
        702 => "FirewallDisabled",
        703 => "InboundPinholeNotAllowed",
        704 => "NoSuchEntry",
        705 => "ProtocolNotSupported",
        706 => "InternalPortWildcardingNotAllowed",
        707 => "ProtocolWildcardingNotAllowed",
        708 => "WildCardNotPermittedInSrcIP",
        709 => "NoPacketSent",
        713 => "SpecifiedArrayIndexInvalid",
        714 => "NoSuchEntryInArray",
        716 => "WildCardNotPermittedInExtPort",
        718 => "ConflictInMappingEntry",
        725 => "OnlyPermanentLeasesSupported",
        726 => "RemoteHostOnlySupportsWildcard",
        728 => "NoPortMapsAvailable",
        732 => "WildCardNotPermittedInIntPort",
        _ => "Action Failed",
    };
    let inside = format!(
        "<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>\
         <UPnPError xmlns=\"urn:schemas-upnp-org:control-1-0\"><errorCode>{code}</errorCode>\
         <errorDescription>{description}</errorDescription></UPnPError></detail></s:Fault>"
    );
    (500, envelope(&inside))
}

/// The root description. The devices below the root call themselves `MiniUPnP`, as on many real routers.
pub(super) fn root_description(story: &RouterStory, address: Ipv4Addr) -> String {
    let (version, udn) = (story.version, udn(address));
    let head = |device: &str, friendly: &str, make: &str, model: &str, udn: &str| {
        format!(
            "<deviceType>urn:schemas-upnp-org:device:{device}:{version}</deviceType>\
             <friendlyName>{}</friendlyName><manufacturer>{}</manufacturer><modelName>{}</modelName><UDN>{udn}</UDN>",
            escape(friendly),
            escape(make),
            escape(model)
        )
    };
    let root = head("InternetGatewayDevice", &story.friendly_name, &story.make, &story.model, &udn);
    let wan = head("WANDevice", "WANDevice", "MiniUPnP", "WAN Device", &format!("{udn}-wan"));
    let line = head("WANConnectionDevice", "WANConnectionDevice", "MiniUPnP", "MiniUPnPd", &format!("{udn}-line"));
    let service = connection(story);
    let firewall = story.ipv6_firewall.map_or_else(String::new, |_| {
        format!(
            "<service><serviceType>{}</serviceType><serviceId>urn:upnp-org:serviceId:WANIPv6Firewall1</serviceId>\
             <SCPDURL>/WANIP6FC.xml</SCPDURL><controlURL>{}</controlURL><eventSubURL>/evt/IP6FCtl</eventSubURL></service>",
            pinhole::SERVICE_TYPE,
            pinhole::CONTROL
        )
    });
    let id = if story.ppp { "WANPPPConn1" } else { "WANIPConn1" };
    format!(
        "<?xml version=\"1.0\"?>\r\n<root xmlns=\"urn:schemas-upnp-org:device-1-0\"><specVersion><major>1</major>\
         <minor>0</minor></specVersion><device>{root}<deviceList><device>{wan}<deviceList><device>{line}<serviceList>\
         <service><serviceType>{service}</serviceType><serviceId>urn:upnp-org:serviceId:{id}</serviceId>\
         <SCPDURL>{SERVICE}</SCPDURL><controlURL>{CONTROL}</controlURL><eventSubURL>/evt/IPConn</eventSubURL></service>\
         {firewall}</serviceList></device></deviceList></device></deviceList>\
         <presentationURL>http://{address}/</presentationURL></device></root>\r\n"
    )
}

/// The service description: every action with its arguments.
pub(super) fn service_description() -> String {
    let mut actions = String::new();
    for (name, arguments) in ACTIONS {
        let _ = write!(actions, "<action><name>{name}</name><argumentList>");
        for argument in arguments {
            let (argument, direction) = argument.strip_prefix('>').map_or((*argument, "in"), |out| (out, "out"));
            let variable = argument.trim_start_matches("New");
            let _ = write!(
                actions,
                "<argument><name>{argument}</name><direction>{direction}</direction>\
                 <relatedStateVariable>{variable}</relatedStateVariable></argument>"
            );
        }
        actions.push_str("</argumentList></action>");
    }
    format!(
        "<?xml version=\"1.0\"?>\r\n<scpd xmlns=\"urn:schemas-upnp-org:service-1-0\"><specVersion><major>1</major>\
         <minor>0</minor></specVersion><actionList>{actions}</actionList></scpd>\r\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_through_prefixes_references_and_empty_tags() {
        let body = "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"x\"><s:Body><u:AddPortMapping xmlns:u=\"y\">\
                    <NewRemoteHost/><NewProtocol>UDP</NewProtocol>\
                    <a:NewPortMappingDescription xmlns:a=\"z\">Tom &amp; Co</a:NewPortMappingDescription>\
                    </u:AddPortMapping></s:Body></s:Envelope>";
        let found = read_arguments(body).unwrap();
        assert_eq!(found["NewRemoteHost"], "");
        assert_eq!(found["NewProtocol"], "UDP");
        assert_eq!(found["NewPortMappingDescription"], "Tom & Co");
        assert_eq!(read_arguments("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"), Err(Refusal(402)));
        assert_eq!(read_arguments("<a><b></a>"), Err(Refusal(402)));
    }
}
