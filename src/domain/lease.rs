//! What PCP and NAT-PMP leave with the device that asked: the nonce by which an entrance is its own, the router's
//! clock by which a restart shows, and the result codes, told apart. Nothing here talks to a router.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::office::Control;

/// The clock of a PCP or NAT-PMP server: seconds since it began to keep its table (RFC 6887 section 8.5, RFC 6886
/// section 3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Epoch {
    /// As the router said.
    pub secs: u32,
    /// When it said so, by this computer's clock.
    pub at: Timestamp,
}

impl Epoch {
    /// True when the router began anew since `earlier`: its clock stands lower than it must stand by now. One eighth
    /// and two seconds are forgiven to the two clocks, as RFC 6886 section 3.6 has it.
    pub fn has_restarted_since(self, earlier: Self) -> bool {
        let passed = u64::try_from(self.at.duration_since(earlier.at).as_secs()).unwrap_or(0);
        u64::from(self.secs) + 2 < u64::from(earlier.secs) + passed * 7 / 8
    }
}

/// Proves to a PCP server that an entrance is ours (RFC 6887 section 11.2). NAT-PMP has none and ignores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nonce(pub [u8; 12]);

impl From<Nonce> for String {
    fn from(nonce: Nonce) -> Self {
        format!("{:024x}", nonce.0.iter().fold(0u128, |number, byte| (number << 8) | u128::from(*byte)))
    }
}

impl TryFrom<String> for Nonce {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let bad = "a nonce is 24 hexadecimal digits";
        let is_clean = text.len() == 24 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let value = u128::from_str_radix(&text, 16).ok().filter(|_| is_clean).ok_or(bad)?;
        let [_, _, _, _, nonce @ ..] = value.to_be_bytes();
        Ok(Self(nonce))
    }
}

/// How PCP or NAT-PMP was asked for an entrance: all that renewing it and taking it back need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// [`Control::Pcp`] or [`Control::NatPmp`].
    pub by: Control,
    /// On disk before the router hears of it, so that even an entrance nobody read back can be taken back.
    pub nonce: Nonce,
    /// The router's clock when it last said yes.
    #[serde(default)]
    pub epoch: Option<Epoch>,
}

/// Why a PCP or NAT-PMP server did not open, by RFC 6887 section 7.4 and RFC 6886 section 3.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Denial {
    /// It speaks another version of the protocol.
    UnsuppVersion,
    /// It may not, or not for this device: switched off, or forbidden by a rule.
    NotAuthorized,
    /// It did not understand, or says so.
    Malformed,
    /// It knows the protocol and not this request.
    UnsuppRequest,
    /// It has no address outside itself.
    NetworkFailure,
    /// No room for another entrance.
    NoResources,
    /// No room for another entrance of this device.
    UserExQuota,
    /// Somebody else has this outside port.
    CannotProvideExternal,
    /// The request came from another address than it names: another NAT stands between.
    AddressMismatch,
    /// A code that neither RFC has.
    Other,
}

impl Denial {
    /// Name in the document and in text files; close to that of the RFCs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::UnsuppVersion => "unsupp-version",
            Self::NotAuthorized => "not-authorized",
            Self::Malformed => "malformed",
            Self::UnsuppRequest => "unsupp-request",
            Self::NetworkFailure => "network-failure",
            Self::NoResources => "no-resources",
            Self::UserExQuota => "user-ex-quota",
            Self::CannotProvideExternal => "cannot-provide-external",
            Self::AddressMismatch => "address-mismatch",
            Self::Other => "other",
        }
    }

    /// Of a PCP answer; none for success.
    pub const fn of_pcp(result: u8) -> Option<Self> {
        Some(match result {
            0 => return None,
            1 => Self::UnsuppVersion,
            2 => Self::NotAuthorized,
            3 | 6 => Self::Malformed,
            4 | 5 | 9 => Self::UnsuppRequest,
            7 => Self::NetworkFailure,
            8 => Self::NoResources,
            10 => Self::UserExQuota,
            11 => Self::CannotProvideExternal,
            12 => Self::AddressMismatch,
            _ => Self::Other,
        })
    }

    /// Of a NAT-PMP answer; none for success. The same numbers mean other things than in PCP.
    pub const fn of_nat_pmp(result: u16) -> Option<Self> {
        Some(match result {
            0 => return None,
            1 => Self::UnsuppVersion,
            2 => Self::NotAuthorized,
            3 => Self::NetworkFailure,
            4 => Self::NoResources,
            5 => Self::UnsuppRequest,
            _ => Self::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn epoch(secs: u32, at: &str) -> Epoch {
        Epoch { secs, at: format!("2026-11-23T{at}Z").parse().unwrap() }
    }

    #[test]
    fn a_restart_shows_by_the_routers_clock_and_an_inexact_clock_is_none() {
        let before = epoch(1_000, "08:00:00");
        for (now, restarted) in [
            (epoch(1_003, "08:00:03"), false),
            // Clocks drift, and this computer's may have been set back.
            (epoch(4_300, "09:00:00"), false),
            (epoch(4_700, "09:00:00"), false),
            (epoch(1_010, "07:00:00"), false),
            (epoch(5, "08:00:03"), true),
            // It has been up for longer than it was then, and for less than has passed.
            (epoch(3_000, "09:00:00"), true),
            (epoch(0, "08:00:00"), true),
        ] {
            assert_eq!(now.has_restarted_since(before), restarted, "{now:?}");
        }
    }

    #[test]
    fn a_nonce_is_written_and_read() {
        let nonce = Nonce([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xAB, 0xFF]);
        let text = serde_json::to_string(&nonce).unwrap();
        assert_eq!(text, "\"0001020304050607080 9abff\"".replace(' ', ""));
        assert_eq!(serde_json::from_str::<Nonce>(&text).unwrap(), nonce);
        for bad in ["\"\"", "\"+00102030405060708090abf\"", "\"00\"", "\"zz0102030405060708090abff\""] {
            assert!(serde_json::from_str::<Nonce>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_same_number_means_another_thing_in_each_protocol() {
        assert_eq!((Denial::of_pcp(0), Denial::of_nat_pmp(0)), (None, None));
        assert_eq!(Denial::of_pcp(3), Some(Denial::Malformed));
        assert_eq!(Denial::of_nat_pmp(3), Some(Denial::NetworkFailure));
        assert_eq!(Denial::of_pcp(4), Some(Denial::UnsuppRequest));
        assert_eq!(Denial::of_nat_pmp(4), Some(Denial::NoResources));
        assert_eq!(Denial::of_pcp(12), Some(Denial::AddressMismatch));
        assert_eq!((Denial::of_pcp(200), Denial::of_nat_pmp(0x0100)), (Some(Denial::Other), Some(Denial::Other)));
    }
}
