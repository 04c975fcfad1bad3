//! What an earlier check of a practice office knew, so that a story can begin with a change since then. Only data.

use std::net::{IpAddr, SocketAddr};

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::domain::catalog;
use crate::domain::office::{Before, PhoneSystem, PortMapping};
use crate::domain::probe::{Evidence, Identity, Measured, Outcome, Probe, Vantage};
use crate::domain::service::ServiceId;
use crate::practice::scenario::{MappingStory, Scenario};
use crate::practice::street::STREET;

/// What an earlier check of the same office knew. What is not said was as it is now.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierStory {
    /// How many minutes ago.
    pub minutes: i64,
    /// Street address then.
    #[serde(default)]
    pub street: Option<IpAddr>,
    /// The phone system's address then.
    #[serde(default)]
    pub phone_system: Option<IpAddr>,
    /// Lines that this program had made then.
    #[serde(default, rename = "mapping")]
    pub mappings: Vec<MappingStory>,
    /// Rows at which this story's walker was answered then.
    #[serde(default)]
    pub answered: Vec<ServiceId>,
}

impl Scenario {
    /// What an earlier check knew, where the story has one.
    pub fn before(&self, now: Timestamp) -> Option<Before> {
        let earlier = self.earlier.as_ref()?;
        let started_at = now.checked_sub(SignedDuration::from_mins(earlier.minutes)).ok()?;
        let profile = self.answers.system.clone()?;
        let street = earlier.street.or(Some(IpAddr::V4(STREET)));
        let knock = |id: &ServiceId| {
            let row = catalog::profile(&profile)?.service(id)?;
            let target = SocketAddr::new(street?, row.port_start);
            let vantage = Vantage::Outside;
            let (kind, transport) = (row.probe, row.protocol);
            let probe = Probe { service: Some(id.clone()), vantage, kind, transport, target };
            let seen = Measured { asker: Some(IpAddr::V4(self.walker.address)), ..Measured::bare(Outcome::Answered) };
            Some(Evidence { identity: Identity::Consistent, ..Evidence::of(&probe, seen, started_at, 20) })
        };
        Some(Before {
            started_at,
            public_address: street,
            mappings: earlier.mappings.iter().flat_map(MappingStory::lines).collect(),
            phone_system: Some(PhoneSystem {
                address: earlier.phone_system.or(self.answers.pbx)?,
                mac: None,
                profile: profile.clone(),
                server: Some(self.phone_system.server.clone()),
                answers_inside: true,
            }),
            verified: earlier.answered.clone(),
            knocks: earlier.answered.iter().filter_map(knock).collect(),
            epoch: None,
            heard_both_ways: None,
        })
    }
}

impl MappingStory {
    /// As a report lists them, made by this program.
    fn lines(&self) -> impl Iterator<Item = PortMapping> {
        (self.ports.first..=self.ports.last).map(|port| PortMapping {
            external_port: port,
            protocol: self.protocol,
            internal_client: IpAddr::V4(self.to),
            internal_port: self.inside_port.unwrap_or(port),
            lease_seconds: self.lease,
            description: self.description.clone(),
            ours: true,
            enabled: self.enabled,
            remote_host: String::new(),
        })
    }
}
