//! Tests of `server`.

use rustls::pki_types::ServerName;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_rustls::TlsConnector;

use super::*;
use crate::helper::certificate;
use crate::helper::guard::CONNECTIONS;

/// In the place of [`WHOLE`], which nobody wants to wait for.
const SOON: Duration = Duration::from_secs(3);

fn settings() -> Settings {
    Settings::new(Identity::make().unwrap(), vec!["00".to_owned()])
}

#[test]
fn the_link_names_no_address_that_leads_nowhere() {
    let settings = settings();
    let doors = ["0.0.0.0:8443", "[::]:8443"].map(|d| d.parse().unwrap());
    let also = |own: &[&str]| {
        let own: Vec<IpAddr> = own.iter().map(|ip| ip.parse().unwrap()).collect();
        let link = link(&settings, &doors, &own, [0; 32]).unwrap();
        (link.host, link.also.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let none = Vec::<String>::new();
    assert_eq!(also(&["127.0.0.1", "11.22.33.50", "::1", "fe80::1"]), ("11.22.33.50".to_owned(), none));
    let both = ("11.22.33.50".to_owned(), vec!["[2a00::50]:8443".to_owned()]);
    assert_eq!(also(&["10.0.0.1", "fe80::1", "2a00::50", "11.22.33.50"]), both);
}

/// Handshake, head and body each have their time; only the whole visit has one for the answer.
#[tokio::test]
async fn whoever_asks_and_does_not_take_the_answer_is_hung_up_on_in_the_end() {
    let settings = Settings { page: "x".repeat(100_000), ..settings() };
    let pin = settings.identity.pin().unwrap();
    let acceptor = TlsAcceptor::from(settings.identity.server_config().unwrap());
    let doorman = DoormanDesk::new(SipPorts::default().offered());
    let desk = Rc::new(Desk::new(settings, Vec::new(), doorman, Ways::default().desk(), Box::new(|_| {})));
    let visitor: IpAddr = "11.22.33.60".parse().unwrap();
    let asked = async {
        let (here, there) = tokio::io::duplex(4096);
        let served = tokio::task::spawn_local(visit(acceptor, here, None, admit(&desk, visitor).unwrap(), SOON));
        let connector = TlsConnector::from(certificate::client_config(pin).unwrap());
        let mut tls = connector.connect(ServerName::IpAddress(visitor.into()), there).await.unwrap();
        tls.write_all(b"GET / HTTP/1.1\r\nHost: h\r\n\r\n").await.unwrap();
        let mut first = [0; 15];
        tls.read_exact(&mut first).await.unwrap();
        assert_eq!(&first, b"HTTP/1.1 200 OK", "nothing else was wrong with it");
        timeout(10 * SOON, served).await.expect("the helper still waits").unwrap();
    };
    LocalSet::new().run_until(asked).await;
    let mut guard = desk.guard.borrow_mut();
    assert!((0..CONNECTIONS).all(|_| guard.connect(visitor)), "and its place is free again");
}
