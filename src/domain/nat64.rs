//! IPv4 addresses inside IPv6 ones: how a street without IPv4 reaches them (NAT64), and which forms only hide somebody
//! else's address. Pure.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use serde::{Deserialize, Serialize};

use crate::domain::address;

/// A name that exists over IPv4 only; whoever finds an IPv6 address for it stands behind NAT64 (RFC 7050).
pub const IPV4_ONLY_NAME: &str = "ipv4only.arpa";

/// The two addresses of that name (RFC 7050 section 8.2).
const WELL_KNOWN: [Ipv4Addr; 2] = [Ipv4Addr::new(192, 0, 0, 170), Ipv4Addr::new(192, 0, 0, 171)];

/// Answers looked at: two addresses for each prefix, and few streets have more than one.
const MOST_ANSWERS: usize = 16;

/// Length of a prefix, and which bytes hold the IPv4 address behind it (RFC 6052 section 2.2). Byte 8 is always zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Form {
    P32,
    P40,
    P48,
    P56,
    P64,
    P96,
}

impl Form {
    /// The longest first: most streets use it.
    const ALL: [Self; 6] = [Self::P96, Self::P64, Self::P56, Self::P48, Self::P40, Self::P32];

    const fn places(self) -> [usize; 4] {
        match self {
            Self::P32 => [4, 5, 6, 7],
            Self::P40 => [5, 6, 7, 9],
            Self::P48 => [6, 7, 9, 10],
            Self::P56 => [7, 9, 10, 11],
            Self::P64 => [9, 10, 11, 12],
            Self::P96 => [12, 13, 14, 15],
        }
    }
}

/// A street's way to IPv4 addresses over IPv6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nat64 {
    form: Form,
    /// With zeros in the place of the IPv4 address and behind it.
    prefix: Ipv6Addr,
}

impl Nat64 {
    /// Learns the prefix from what a name server says about [`IPV4_ONLY_NAME`]. None: no NAT64, or a prefix that leads
    /// into somebody's own network.
    pub fn learn(answers: impl IntoIterator<Item = Ipv6Addr>) -> Option<Self> {
        let read = |answer: Ipv6Addr| {
            let ways =
                Form::ALL.into_iter().map(|form| Self { form, prefix: with(answer, form, Ipv4Addr::UNSPECIFIED) });
            ways.into_iter().find(|way| WELL_KNOWN.into_iter().any(|known| way.address_of(known) == answer))
        };
        answers.into_iter().take(MOST_ANSWERS).filter_map(read).find(Self::is_usable)
    }

    /// The IPv6 address that leads to an IPv4 one.
    pub fn address_of(&self, ip: Ipv4Addr) -> Ipv6Addr {
        with(self.prefix, self.form, ip)
    }

    /// Where to go for `target`. Only public IPv4 addresses are reached this way (RFC 6052 section 3.1).
    pub fn through(&self, target: SocketAddr) -> SocketAddr {
        match target {
            SocketAddr::V4(v4) if address::is_public((*v4.ip()).into()) => {
                SocketAddr::new(self.address_of(*v4.ip()).into(), v4.port())
            }
            SocketAddr::V4(_) | SocketAddr::V6(_) => target,
        }
    }

    /// The well-known prefixes, or one that a carrier made of its own public addresses.
    fn is_usable(&self) -> bool {
        is_well_known(self.prefix) || address::is_public(self.prefix.into())
    }
}

/// Writes an IPv4 address into its place. What is behind it becomes zero.
fn with(prefix: Ipv6Addr, form: Form, ip: Ipv4Addr) -> Ipv6Addr {
    let places = form.places();
    let [first, .., last] = places;
    let mut bytes = prefix.octets();
    for (place, byte) in bytes.iter_mut().enumerate() {
        let written = places.iter().position(|p| *p == place).and_then(|part| ip.octets().get(part).copied());
        match written {
            Some(part) => *byte = part,
            None if place > last || (place == 8 && first < 12) => *byte = 0,
            None => {}
        }
    }
    bytes.into()
}

/// `64:ff9b::/96` (RFC 6052) and `64:ff9b:1::/48` (RFC 8215).
const fn is_well_known(ip: Ipv6Addr) -> bool {
    matches!(ip.segments(), [0x64, 0xff9b, 0, 0, 0, 0, ..] | [0x64, 0xff9b, 1, ..])
}

/// True for an IPv6 address that is another spelling of, or a tunnel to, an IPv4 address: whoever answers for it may be
/// somebody who never asked. A carrier's own NAT64 prefix and 6rd look like any other address.
pub const fn hides_ipv4(ip: Ipv6Addr) -> bool {
    is_well_known(ip)
        || matches!(
            ip.segments(),
            // IPv4-compatible and mapped (RFC 4291 section 2.5.5), and translated (RFC 2765).
            [0, 0, 0, 0, 0, 0 | 0xffff, ..] | [0, 0, 0, 0, 0xffff, 0, ..]
            // 6to4 (RFC 3056), Teredo (RFC 4380).
            | [0x2002, ..] | [0x2001, 0, ..]
            // ISATAP (RFC 5214 section 6.1), whatever the network.
            | [_, _, _, _, 0 | 0x200, 0x5efe, ..]
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v6(text: &str) -> Ipv6Addr {
        text.parse().unwrap()
    }

    const FORMS: [(Form, &str, &str); 6] = [
        (Form::P32, "2001:db8::", "2001:db8:c000:221::"),
        (Form::P40, "2001:db8:100::", "2001:db8:1c0:2:21::"),
        (Form::P48, "2001:db8:122::", "2001:db8:122:c000:2:2100::"),
        (Form::P56, "2001:db8:122:300::", "2001:db8:122:3c0:0:221::"),
        (Form::P64, "2001:db8:122:344::", "2001:db8:122:344:c0:2:2100::"),
        (Form::P96, "2001:db8:122:344::", "2001:db8:122:344::192.0.2.33"),
    ];

    #[test]
    fn addresses_are_made_as_rfc_6052_section_2_4_shows() {
        for (form, prefix, expected) in FORMS {
            let way = Nat64 { form, prefix: v6(prefix) };
            assert_eq!(way.address_of(Ipv4Addr::new(192, 0, 2, 33)), v6(expected), "{form:?}");
        }
    }

    #[test]
    fn every_form_is_learnt_from_what_is_said_about_the_name() {
        for (form, prefix, _) in FORMS {
            let prefix = v6(&prefix.replace("2001:db8", "2a02:db8"));
            let way = Nat64 { form, prefix };
            for known in WELL_KNOWN {
                assert_eq!(Nat64::learn([way.address_of(known)]), Some(way), "{form:?} {known}");
            }
        }
        let usual = Nat64::learn([v6("64:ff9b::c000:aa"), v6("64:ff9b::c000:ab")]).unwrap();
        assert_eq!(usual.address_of(Ipv4Addr::new(11, 22, 33, 2)), v6("64:ff9b::b16:2102"));
        // A carrier that keeps the usual prefix for itself uses a part of the local one.
        let local = Nat64::learn([v6("64:ff9b:1:fffe::c000:aa")]).unwrap();
        assert_eq!(local.address_of(Ipv4Addr::new(11, 22, 33, 2)), v6("64:ff9b:1:fffe::b16:2102"));
    }

    #[test]
    fn other_answers_are_no_way() {
        for answer in [
            // Not an address of the name, wherever it stands; rubbish around it.
            "64:ff9b::c000:ac",
            "2a02::1",
            "2a02:0:0:0:1:c000:aa00:1",
            "2a02:db8:c000:aa::1",
            // Into somebody's own network, to this computer, to many, to somebody's tunnel, to an example.
            "fd00::c000:aa",
            "fe80::c000:aa",
            "::c000:aa",
            "ff02::c000:aa",
            "2002:c000:aa::c000:aa",
            "2001:db8::c000:aa",
            "::ffff:192.0.0.170",
        ] {
            assert_eq!(Nat64::learn([v6(answer)]), None, "{answer}");
        }
        let flood = (0..u128::from(u16::MAX)).map(|n| Ipv6Addr::from(0x2a02 << 112 | n));
        assert_eq!(Nat64::learn(flood.chain([v6("64:ff9b::c000:aa")])), None, "only the first few are looked at");
    }

    #[test]
    fn only_public_ipv4_is_reached_that_way() {
        let way = Nat64::learn([v6("64:ff9b::c000:aa")]).unwrap();
        let through = |text: &str| way.through(text.parse().unwrap()).to_string();
        assert_eq!(through("11.22.33.2:5060"), "[64:ff9b::b16:2102]:5060");
        for as_it_is in ["192.168.1.1:5060", "127.0.0.1:53", "203.0.113.7:80", "[2a02::1]:5060"] {
            assert_eq!(through(as_it_is), as_it_is);
        }
    }

    #[test]
    fn every_form_that_hides_an_ipv4_address_is_known() {
        for hidden in [
            "64:ff9b::b16:2102",
            "64:ff9b:1::b16:2102",
            "64:ff9b:1:ffff::1",
            "::11.22.33.2",
            "::ffff:11.22.33.2",
            "::ffff:0:11.22.33.2",
            "2002:b16:2102::1",
            "2001:0:b16:2102::1",
            "2a02:1:2:3:0:5efe:11.22.33.2",
            "2a02:1:2:3:200:5efe:11.22.33.2",
            "fe80::5efe:11.22.33.2",
        ] {
            assert!(hides_ipv4(v6(hidden)), "{hidden}");
            assert!(!address::is_public(v6(hidden).into()) || hidden.starts_with("::ffff:11"), "{hidden}");
        }
        for plain in ["2a02::1", "2001:4860:4860::8888", "2a02:1:2:3:4:5efe:1:1", "64:ff9c::1", "2003::1"] {
            assert!(
                !hides_ipv4(v6(plain)) && (address::is_public(v6(plain).into()) || plain.starts_with("64")),
                "{plain}"
            );
        }
    }
}
