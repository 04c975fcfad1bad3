//! Addresses that stand in for masked ones: of the same kind, and of nobody.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::domain::address::AddressKind;

pub(super) fn v4_of(kind: AddressKind, number: u16) -> Ipv4Addr {
    let [high, low] = number.to_be_bytes();
    match kind {
        AddressKind::Public => Ipv4Addr::new(11, 0, high, low),
        AddressKind::Private => Ipv4Addr::new(10, 0, high, low),
        AddressKind::CarrierShared => Ipv4Addr::new(100, 64, high, low),
        AddressKind::Loopback => Ipv4Addr::new(127, 0, high, low),
        AddressKind::LinkLocal => Ipv4Addr::new(169, 254, high, low),
        // Three blocks of 256 addresses are all there are.
        AddressKind::Documentation => match high % 3 {
            0 => Ipv4Addr::new(203, 0, 113, low),
            1 => Ipv4Addr::new(198, 51, 100, low),
            _ => Ipv4Addr::new(192, 0, 2, low),
        },
        AddressKind::Multicast => Ipv4Addr::new(224, 1, high, low),
        AddressKind::Unspecified => Ipv4Addr::UNSPECIFIED,
        AddressKind::Reserved => Ipv4Addr::new(240, 0, high, low),
    }
}

pub(super) fn v6_of(kind: AddressKind, number: u16) -> Ipv6Addr {
    let block = |first: u16, second: u16| Ipv6Addr::new(first, second, 0, 0, 0, 0, 0, number);
    match kind {
        AddressKind::Public | AddressKind::CarrierShared => block(0x2a00, 0),
        AddressKind::Private => block(0xfd00, 0),
        AddressKind::Loopback => Ipv6Addr::LOCALHOST,
        AddressKind::LinkLocal => block(0xfe80, 0),
        AddressKind::Documentation => block(0x2001, 0x0db8),
        AddressKind::Multicast => block(0xff02, 0),
        AddressKind::Unspecified => Ipv6Addr::UNSPECIFIED,
        AddressKind::Reserved => block(0x4000, 0),
    }
}
