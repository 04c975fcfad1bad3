//! A UDP socket on all addresses of a computer that answers from the one that was asked: left to itself the system takes
//! its first, and the asker's router drops what it never asked. Linux; elsewhere the system picks.

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::net::UdpSocket;

/// The socket.
#[derive(Debug)]
pub struct Answering(UdpSocket);

/// One datagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its bytes in the buffer.
    pub length: usize,
    /// Who sent it.
    pub from: SocketAddr,
    /// Our address that it was sent to, where the system tells.
    pub at: Option<IpAddr>,
}

impl Answering {
    /// Where the system does not tell which address was asked, it picks one itself.
    pub fn new(socket: UdpSocket) -> Self {
        #[cfg(target_os = "linux")]
        linux::tell_addresses(&socket);
        Self(socket)
    }

    /// The next datagram.
    pub async fn asked(&self, buffer: &mut [u8]) -> io::Result<Asked> {
        #[cfg(target_os = "linux")]
        {
            self.0.async_io(tokio::io::Interest::READABLE, || linux::receive(&self.0, buffer)).await
        }
        #[cfg(not(target_os = "linux"))]
        {
            let (length, from) = self.0.recv_from(buffer).await?;
            Ok(Asked { length, from, at: None })
        }
    }

    /// Answers, if there is room for it now.
    pub fn try_answer(&self, asked: &Asked, answer: &[u8]) -> io::Result<usize> {
        #[cfg(target_os = "linux")]
        if let Some(at) = asked.at {
            return self.0.try_io(tokio::io::Interest::WRITABLE, || linux::send(&self.0, answer, asked.from, at));
        }
        self.0.try_send_to(answer, asked.from)
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{self, IoSlice, IoSliceMut};
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
    use std::os::fd::AsRawFd as _;

    use nix::cmsg_space;
    use nix::libc::{in_addr, in_pktinfo, in6_addr, in6_pktinfo};
    use nix::sys::socket::{
        ControlMessage, ControlMessageOwned, MsgFlags, SockaddrStorage, recvmsg, sendmsg, setsockopt, sockopt,
    };
    use tokio::net::UdpSocket;

    use super::Asked;

    pub(super) fn tell_addresses(socket: &UdpSocket) {
        if socket.local_addr().is_ok_and(|at| at.is_ipv4()) {
            setsockopt(socket, sockopt::Ipv4PacketInfo, &true).ok();
        } else {
            setsockopt(socket, sockopt::Ipv6RecvPacketInfo, &true).ok();
        }
    }

    pub(super) fn receive(socket: &UdpSocket, buffer: &mut [u8]) -> io::Result<Asked> {
        let mut parts = [IoSliceMut::new(buffer)];
        let mut space = cmsg_space!(in_pktinfo, in6_pktinfo);
        let flags = MsgFlags::MSG_DONTWAIT;
        let message = recvmsg::<SockaddrStorage>(socket.as_raw_fd(), &mut parts, Some(&mut space), flags)?;
        let from = message.address.as_ref().and_then(sender).ok_or(io::ErrorKind::InvalidData)?;
        let told = |entry| {
            if let ControlMessageOwned::Ipv4PacketInfo(info) = entry {
                return Some(IpAddr::V4(Ipv4Addr::from(info.ipi_spec_dst.s_addr.to_ne_bytes())));
            }
            let ControlMessageOwned::Ipv6PacketInfo(info) = entry else { return None };
            Some(IpAddr::V6(Ipv6Addr::from(info.ipi6_addr.s6_addr)))
        };
        let at = message.cmsgs().ok().and_then(|mut entries| entries.find_map(told));
        Ok(Asked { length: message.bytes, from, at })
    }

    pub(super) fn send(socket: &UdpSocket, answer: &[u8], to: SocketAddr, at: IpAddr) -> io::Result<usize> {
        let (parts, to, flags) = ([IoSlice::new(answer)], SockaddrStorage::from(to), MsgFlags::MSG_DONTWAIT);
        let socket = socket.as_raw_fd();
        let sent = match at {
            IpAddr::V4(at) => {
                let s_addr = u32::from_ne_bytes(at.octets());
                let info =
                    in_pktinfo { ipi_ifindex: 0, ipi_spec_dst: in_addr { s_addr }, ipi_addr: in_addr { s_addr: 0 } };
                sendmsg(socket, &parts, &[ControlMessage::Ipv4PacketInfo(&info)], flags, Some(&to))
            }
            IpAddr::V6(at) => {
                let info = in6_pktinfo { ipi6_addr: in6_addr { s6_addr: at.octets() }, ipi6_ifindex: 0 };
                sendmsg(socket, &parts, &[ControlMessage::Ipv6PacketInfo(&info)], flags, Some(&to))
            }
        };
        Ok(sent?)
    }

    fn sender(address: &SockaddrStorage) -> Option<SocketAddr> {
        let v4 = address.as_sockaddr_in().map(|a| SocketAddr::V4(SocketAddrV4::from(*a)));
        v4.or_else(|| address.as_sockaddr_in6().map(|a| SocketAddr::V6(SocketAddrV6::from(*a))))
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_asks_hears_the_address_that_was_asked() {
        for (all, asked_at, asker) in [("0.0.0.0", "127.0.0.2", "127.0.0.1"), ("::", "::1", "::1")] {
            let all: IpAddr = all.parse().unwrap();
            let socket = Answering::new(UdpSocket::bind((all, 0)).await.unwrap());
            let port = socket.0.local_addr().unwrap().port();
            let at: IpAddr = asked_at.parse().unwrap();
            let office = UdpSocket::bind((asker.parse::<IpAddr>().unwrap(), 0)).await.unwrap();
            // As a router does, it lets in only what comes from there.
            office.connect((at, port)).await.unwrap();
            office.send(b"letter").await.unwrap();
            let mut buffer = [0; 64];
            let asked = socket.asked(&mut buffer).await.unwrap();
            assert_eq!(asked, Asked { length: 6, from: office.local_addr().unwrap(), at: Some(at) });
            assert_eq!(socket.try_answer(&asked, &buffer[..3]).unwrap(), 3);
            let patience = std::time::Duration::from_secs(5);
            let heard = tokio::time::timeout(patience, office.recv(&mut buffer)).await.expect("no answer comes");
            assert_eq!((heard.unwrap(), &buffer[..3]), (3, &b"let"[..]));
        }
    }
}
