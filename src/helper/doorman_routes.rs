//! The doorman test at the helper's desk: a ticket for whoever asks, and what arrived under it, for the same address
//! only; and the further ports, with a pass for them. No field names an address: the connection does.

use std::net::IpAddr;

use crate::helper::desk::Desk;
use crate::helper::doorman::NoTicket;
use crate::helper::protocol::{
    DoormanAnswer, DoormanRequest, Reason, Refusal, SeenAnswer, SeenRequest, VERSION, WaysAnswer, WaysRequest,
};
use crate::helper::server::now;

impl Desk {
    pub(super) fn give_ticket(&self, asker: IpAddr, request: &DoormanRequest) -> Result<DoormanAnswer, Refusal> {
        refuse_version(request.version)?;
        self.surroundings(asker)?;
        let given = self.doorman.borrow_mut().open(asker, now());
        let test = given.map_err(|no| match no {
            NoTicket::TooOften { wait_secs } => {
                Refusal { retry_after_secs: Some(wait_secs.into()), ..Refusal::because(Reason::TooOften) }
            }
            NoTicket::Busy | NoTicket::NoChance => Refusal::because(Reason::Busy),
            NoTicket::NoPorts => Refusal::because(Reason::NoLetters),
        })?;
        Ok(DoormanAnswer { version: VERSION, test })
    }

    pub(super) fn show_letters(&self, asker: IpAddr, request: &SeenRequest) -> Result<SeenAnswer, Refusal> {
        refuse_version(request.version)?;
        let seen = self.doorman.borrow().seen(&request.ticket, asker, now());
        let letters = seen.ok_or(Refusal::because(Reason::UnknownTicket))?;
        let arrived = letters.iter().filter(|l| l.arrived.is_some()).count();
        self.tell("letters", asker, &format!("sent={} arrived={arrived}", letters.len()));
        Ok(SeenAnswer { version: VERSION, letters })
    }

    pub(super) fn tell_ways(&self, asker: IpAddr, request: &WaysRequest) -> Result<WaysAnswer, Refusal> {
        refuse_version(request.version)?;
        self.surroundings(asker)?;
        let ports: Vec<u16> = self.ways.ports.iter().copied().collect();
        let pass = self.ways.pass(asker, now()).filter(|_| !ports.is_empty());
        let reached = self.ways.reached.borrow().iter().copied().collect();
        Ok(WaysAnswer { version: VERSION, ports, reached, pass })
    }
}

fn refuse_version(version: u32) -> Result<(), Refusal> {
    if version == VERSION { Ok(()) } else { Err(Refusal::because(Reason::OtherVersion)) }
}
