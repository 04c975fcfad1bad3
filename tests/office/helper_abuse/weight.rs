//! The helper never sends more than it was sent, whatever the doors do.

use super::*;

/// How the doors of an amplification test behave.
#[derive(Clone, Copy, Debug)]
enum Door {
    /// Take the connection and say nothing.
    Mute,
    /// Say a great deal to everybody.
    Chatty,
    /// Refuse the handshake, so that the helper tries the old one too.
    Alert,
}

/// Counts what arrives at every port of a profile.
struct Counted {
    surroundings: Surroundings,
    bytes: Arc<Mutex<usize>>,
    sockets: Vec<UdpSocket>,
}

impl Counted {
    fn doors(ip: IpAddr, profile: &Profile, services: &[ServiceId], door: Door) -> Self {
        let bytes = Arc::new(Mutex::new(0));
        let mut routes = Vec::new();
        let mut sockets = Vec::new();
        let knocks: Vec<(Transport, u16)> =
            doors::knocks(profile, services).iter().map(|k| (k.transport, k.port)).collect();
        let unused = doors::unused_ports(profile).into_iter().map(|port| (Transport::Tcp, port));
        for (transport, port) in knocks.into_iter().chain(unused) {
            let real = match transport {
                Transport::Udp => {
                    let socket = UdpSocket::bind((ip, 0)).unwrap();
                    socket.set_nonblocking(true).unwrap();
                    let real = socket.local_addr().unwrap();
                    sockets.push(socket);
                    real
                }
                Transport::Tcp => {
                    let listener = TcpListener::bind((ip, 0)).unwrap();
                    let real = listener.local_addr().unwrap();
                    let bytes = Arc::clone(&bytes);
                    let name = format!("door {port}");
                    std::thread::Builder::new().name(name).spawn(move || take_in(&listener, door, &bytes)).unwrap();
                    real
                }
            };
            routes.push(Route { transport, story: SocketAddr::new(ip, port), real });
        }
        let practice = PracticeStreet {
            turns_down: false,
            witness: None,
            adapters: Vec::new(),
            ssdp: "127.0.0.1:1".parse().unwrap(),
            routes,
            walker: "127.0.0.1".parse().unwrap(),
        };
        Self { surroundings: Surroundings { practice: Some(practice), ..Surroundings::default() }, bytes, sockets }
    }

    /// Bytes that came until now, with the headers of their packets.
    fn total(&self) -> usize {
        let datagram = 28;
        let of = |socket: &UdpSocket| -> usize {
            std::iter::from_fn(|| socket.recv(&mut [0; 2000]).ok()).map(|length| length + datagram).sum()
        };
        self.sockets.iter().map(of).sum::<usize>() + *self.bytes.lock().unwrap()
    }
}

/// Takes in connections for ever; the thread ends with the test.
fn take_in(listener: &TcpListener, door: Door, bytes: &Arc<Mutex<usize>>) {
    // SYN and its repeat, ACK, FIN, ACK of FIN, and an ACK for each segment that the door sends.
    let connection = 2 * 60 + 3 * 52;
    while let Ok((mut stream, _)) = listener.accept() {
        *bytes.lock().unwrap() += connection;
        let bytes = Arc::clone(bytes);
        let serve = move || {
            let said = match door {
                Door::Mute => Vec::new(),
                Door::Chatty => vec![b'x'; 20_000],
                Door::Alert => vec![21, 3, 1, 0, 2, 2, 40],
            };
            if stream.write_all(&said).is_ok() {
                *bytes.lock().unwrap() += said.len().div_ceil(1400) * 52;
            }
            let mut buffer = [0; 4000];
            while let Ok(length) = stream.read(&mut buffer)
                && length > 0
            {
                *bytes.lock().unwrap() += length + 52;
            }
        };
        std::thread::Builder::new().name("visitor".to_owned()).spawn(serve).unwrap();
    }
}

/// A stream that counts both ways.
struct Scales {
    tcp: TcpStream,
    read: usize,
    written: usize,
}

impl Read for Scales {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.tcp.read(buffer).inspect(|length| self.read += length)
    }
}

impl Write for Scales {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        self.tcp.write(buffer).inspect(|length| self.written += length)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.tcp.flush()
    }
}

#[test]
fn the_helper_never_sends_more_than_it_was_sent() {
    // The phone systems with the most doors, the fewest, and one between.
    let selected = |p: &Profile| doors::selectable(p).map(|s| s.id.clone()).collect::<Vec<_>>();
    let mut profiles: Vec<&Profile> = catalog::profiles().iter().collect();
    profiles.sort_by_key(|p| bytes_owed(p, &selected(p), None));
    let chosen = [profiles[0], profiles[profiles.len() / 2], profiles[profiles.len() - 1]];
    std::thread::scope(|scope| {
        for (number, profile) in chosen.into_iter().enumerate() {
            for (door_number, door) in [Door::Mute, Door::Chatty, Door::Alert].into_iter().enumerate() {
                scope.spawn(move || {
                    let part = u8::try_from(10 + 3 * number + door_number).unwrap();
                    let office = street(19, part);
                    for services in [selected(profile), Vec::new()] {
                        let counted = Counted::doors(office, profile, &services, door);
                        let surroundings = counted.surroundings.clone();
                        let at = SocketAddr::new(street(19, 100 + part), 0);
                        let helper = Running::start(Settings { surroundings, ..settings(at) });
                        let body = serde_json::to_vec(&WalkRequest::new(profile, services, None)).unwrap();
                        let scales = Scales { tcp: connect(office, helper.place()), read: 0, written: 0 };
                        let mut tls = tls(helper.link.pin, scales, helper.place().ip());
                        tls.write_all(&post(WALK, "", &body)).unwrap();
                        let mut answer = Vec::new();
                        tls.read_to_end(&mut answer).ok();
                        let answer = String::from_utf8(answer).unwrap();
                        let answer: WalkAnswer = serde_json::from_value(document(&answer)).unwrap();
                        assert!(answer.doors.iter().any(|d| d.outcome != Outcome::NotChecked));
                        let (sent, received) = (tls.sock.read + counted.total(), tls.sock.written);
                        println!("{} {door:?}: sent {sent}, received {received}", profile.id);
                        assert!(sent <= received, "{} {door:?}: sent {sent}, received {received}", profile.id);
                    }
                });
            }
        }
    });
}
