//! The practice router's firewall over IPv6 (`WANIPv6FirewallControl:1`): its state, and openings by number. It opens for
//! the one computer that asks.

use std::net::Ipv6Addr;

use serde::Deserialize;
use tokio::time::{Duration, Instant};

use crate::domain::service::Transport;
use crate::practice::soap::{Arguments, Values};
use crate::practice::table::Refusal;

/// Service type.
pub(super) const SERVICE_TYPE: &str = "urn:schemas-upnp-org:service:WANIPv6FirewallControl:1";
/// Path that takes its requests.
pub(super) const CONTROL: &str = "/ctl/IP6FCtl";

/// Longest time of an opening.
const ONE_DAY: u32 = 86_400;
/// Openings that fit.
const MOST: usize = 64;

/// The firewall of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirewallStory {
    /// Strangers are kept out.
    pub enabled: bool,
    /// It says that devices may ask for openings.
    pub pinholes: bool,
    /// UPnP error for every opening asked for, whatever it says.
    #[serde(default)]
    pub refuses: Option<u16>,
}

/// Openings that stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Openings {
    last: u16,
    open: Vec<Opening>,
}

#[derive(Clone, Debug)]
struct Opening {
    id: u16,
    place: (Ipv6Addr, u16, Transport),
    ends: Instant,
}

impl Openings {
    /// Answers one request.
    pub(super) fn run(
        &mut self,
        story: FirewallStory,
        action: &str,
        given: &Arguments,
        now: Instant,
    ) -> Result<Values, Refusal> {
        self.open.retain(|o| o.ends > now);
        if action == "GetFirewallStatus" {
            return Ok(vec![
                ("FirewallEnabled", u8::from(story.enabled).to_string()),
                ("InboundPinholeAllowed", u8::from(story.pinholes).to_string()),
            ]);
        }
        if !story.enabled {
            return Err(Refusal(702));
        }
        if !story.pinholes {
            return Err(Refusal(703));
        }
        match action {
            "AddPinhole" => {
                let ends = lease(given.number("LeaseTime")?, now)?;
                let protocol = match given.number("Protocol")? {
                    17_u16 => Transport::Udp,
                    6 => Transport::Tcp,
                    65_535 => return Err(Refusal(707)),
                    _ => return Err(Refusal(705)),
                };
                let client: Ipv6Addr = given.text("InternalClient")?.parse().map_err(|_| Refusal(708))?;
                let port: u16 = given.number("InternalPort")?;
                if port == 0 {
                    return Err(Refusal(706));
                }
                if let Some(code) = story.refuses {
                    return Err(Refusal(code));
                }
                self.add((client, port, protocol), ends)
            }
            "UpdatePinhole" => {
                let ends = lease(given.number("NewLeaseTime")?, now)?;
                self.find(given)?.ends = ends;
                Ok(Vec::new())
            }
            "DeletePinhole" => {
                let id = self.find(given)?.id;
                self.open.retain(|o| o.id != id);
                Ok(Vec::new())
            }
            "GetPinholePackets" => self.find(given).map(|_| vec![("PinholePackets", "0".to_owned())]),
            "CheckPinholeWorking" => self.find(given).and(Err(Refusal(709))),
            _ => Err(Refusal(401)),
        }
    }

    /// Whether visitors get through to a port.
    pub(super) fn let_in(&self, story: FirewallStory, protocol: Transport, port: u16, now: Instant) -> bool {
        let is_open = self.open.iter().any(|o| (o.place.1, o.place.2) == (port, protocol) && o.ends > now);
        is_open || !story.enabled
    }

    /// The same opening keeps its number and gets the new time.
    fn add(&mut self, place: (Ipv6Addr, u16, Transport), ends: Instant) -> Result<Values, Refusal> {
        let is_full = self.open.len() >= MOST;
        let id = match self.open.iter_mut().find(|o| o.place == place) {
            Some(known) => {
                known.ends = ends;
                known.id
            }
            None if is_full => return Err(Refusal(701)),
            None => {
                self.last = self.last.wrapping_add(1);
                self.open.push(Opening { id: self.last, place, ends });
                self.last
            }
        };
        Ok(vec![("UniqueID", id.to_string())])
    }

    fn find(&mut self, given: &Arguments) -> Result<&mut Opening, Refusal> {
        let id: u16 = given.number("UniqueID")?;
        self.open.iter_mut().find(|o| o.id == id).ok_or(Refusal(704))
    }
}

fn lease(secs: u32, now: Instant) -> Result<Instant, Refusal> {
    if (1..=ONE_DAY).contains(&secs) { Ok(now + Duration::from_secs(secs.into())) } else { Err(Refusal(402)) }
}
