//! The second hop outwards: what stands on the street side of the office's router. Only Linux shows it without
//! special rights; elsewhere it is unknown and said so.

use std::net::{IpAddr, Ipv4Addr};

/// Sends one small datagram that dies at the second hop towards a documentation address, and reads who sends the ICMP
/// "time exceeded" back. None when nobody does, or on a system that does not tell.
pub async fn second_hop(local: Ipv4Addr) -> Option<IpAddr> {
    #[cfg(target_os = "linux")]
    {
        linux::second_hop(local).await
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = local;
        None
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{self, IoSliceMut};
    use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};
    use std::os::fd::AsRawFd as _;
    use std::time::Duration;

    use nix::cmsg_space;
    use nix::libc::{sock_extended_err, sockaddr_in};
    use nix::sys::socket::{ControlMessageOwned, MsgFlags, SockaddrIn, recvmsg, setsockopt, sockopt};
    use tokio::io::Interest;
    use tokio::net::UdpSocket;
    use tokio::time::timeout;

    /// Nobody lives there (RFC 5737), so the datagram is nobody's; port of traceroute.
    const NOWHERE: SocketAddrV4 = SocketAddrV4::new(Ipv4Addr::new(192, 0, 2, 1), 33_434);
    const WAIT: Duration = Duration::from_millis(600);
    const SENDS: u8 = 2;
    const ORIGIN_ICMP: u8 = 2;
    const TIME_EXCEEDED: u8 = 11;

    pub(super) async fn second_hop(local: Ipv4Addr) -> Option<IpAddr> {
        let socket = UdpSocket::bind((local, 0)).await.ok()?;
        socket.set_ttl(2).ok()?;
        setsockopt(&socket, sockopt::Ipv4RecvErr, &true).ok()?;
        for round in 0..SENDS {
            let sent = socket.send_to(b"hop", NOWHERE).await;
            // Later sends may hand out the error before them; the first one fails only where there is no way out.
            if round == 0 && sent.is_err() {
                return None;
            }
            let heard = socket.async_io(Interest::ERROR, || error_queue(&socket));
            match timeout(WAIT, heard).await {
                Ok(Ok(Some(hop))) => return Some(IpAddr::V4(hop)),
                // Another ICMP word, such as "no route" of the router itself: there is no second hop to see.
                Ok(Ok(None)) => return None,
                Ok(Err(_)) | Err(_) => {}
            }
        }
        None
    }

    /// One entry of the socket's error queue: who reported that the datagram's time was up.
    fn error_queue(socket: &UdpSocket) -> io::Result<Option<Ipv4Addr>> {
        let mut data = [0_u8; 64];
        let mut parts = [IoSliceMut::new(&mut data)];
        // The kernel appends the reporter's address to the error.
        let mut space = cmsg_space!(sock_extended_err, sockaddr_in, i32);
        let flags = MsgFlags::MSG_ERRQUEUE | MsgFlags::MSG_DONTWAIT;
        let message = recvmsg::<SockaddrIn>(socket.as_raw_fd(), &mut parts, Some(&mut space), flags)?;
        let reporter = message.cmsgs()?.find_map(|entry| {
            let ControlMessageOwned::Ipv4RecvErr(error, from) = entry else { return None };
            from.filter(|_| error.ee_origin == ORIGIN_ICMP && error.ee_type == TIME_EXCEEDED)
        });
        Ok(reporter.map(|from| Ipv4Addr::from(u32::from_be(from.sin_addr.s_addr))))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[tokio::test(flavor = "current_thread")]
        async fn no_way_out_of_loopback_is_no_hop() {
            assert_eq!(second_hop(Ipv4Addr::LOCALHOST).await, None);
        }
    }
}
