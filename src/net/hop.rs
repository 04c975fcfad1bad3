//! The second hop outwards: a datagram that may cross only two routers makes the second one say who it is. It shows
//! a second building or a shared tower where the router itself says nothing.

use std::net::{IpAddr, Ipv4Addr};

/// Address of the second router on the way out, where the system can show it without special rights.
pub async fn second_hop(local: Ipv4Addr) -> Option<IpAddr> {
    asked(local).await
}

#[cfg(target_os = "linux")]
async fn asked(local: Ipv4Addr) -> Option<IpAddr> {
    use std::net::SocketAddr;
    use std::os::fd::AsRawFd as _;
    use std::time::Duration;

    use nix::sys::socket::{ControlMessageOwned, MsgFlags, SockaddrIn, recvmsg, setsockopt, sockopt};
    use socket2::{Domain, Protocol, Socket, Type};
    use tokio::io::Interest;

    /// One router's patience.
    const WAIT: Duration = Duration::from_millis(700);
    const SENDS: usize = 2;
    /// ICMP time exceeded (RFC 792).
    const TIME_EXCEEDED: u8 = 11;
    /// A documentation address, so that the datagram can reach nobody, however few routers there are.
    const NOBODY: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 33_434);

    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::UDP)).ok()?;
    socket.set_nonblocking(true).ok()?;
    socket.set_ttl_v4(2).ok()?;
    socket.bind(&SocketAddr::from((local, 0)).into()).ok()?;
    setsockopt(&socket, sockopt::Ipv4RecvErr, &true).ok()?;
    let socket = tokio::net::UdpSocket::from_std(socket.into()).ok()?;
    for _ in 0..SENDS {
        socket.send_to(&[0; 8], SocketAddr::from(NOBODY)).await.ok();
        let read = || {
            let mut buffer = [0u8; 512];
            let mut parts = [std::io::IoSliceMut::new(&mut buffer)];
            let mut control = nix::cmsg_space!(nix::libc::sock_extended_err, nix::libc::sockaddr_in, i32);
            let message = recvmsg::<SockaddrIn>(
                socket.as_raw_fd(),
                &mut parts,
                Some(&mut control),
                MsgFlags::MSG_ERRQUEUE | MsgFlags::MSG_DONTWAIT,
            )?;
            for part in message.cmsgs()? {
                if let ControlMessageOwned::Ipv4RecvErr(error, Some(from)) = part
                    && error.ee_type == TIME_EXCEEDED
                {
                    return Ok(Some(Ipv4Addr::from(u32::from_be(from.sin_addr.s_addr))));
                }
            }
            Ok(None)
        };
        let heard = tokio::time::timeout(WAIT, socket.async_io(Interest::ERROR, read)).await;
        if let Ok(Ok(Some(hop))) = heard {
            return Some(IpAddr::V4(hop));
        }
    }
    None
}

#[cfg(not(target_os = "linux"))]
async fn asked(_local: Ipv4Addr) -> Option<IpAddr> {
    None
}
