//! TLS: who holds the key. Reports, never trusts: any certificate is taken, because it is compared with the one seen
//! inside and nothing secret is sent.

use std::sync::Arc;

use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, ProtocolVersion, SignatureScheme};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::domain::probe::{Fingerprint, Measured, Outcome};
use crate::net::socket::{Call, Ended, answered, connect_tcp, did_not_speak, failed};
use crate::net::{fingerprint, tls_old};

/// Tenths of the time left that today's handshake may take; the old one has the rest.
const FIRST_TRY: u32 = 7;

/// A finished handshake.
#[derive(Debug)]
pub(crate) struct Session {
    /// To speak on.
    pub stream: TlsStream<TcpStream>,
    /// For example "TLS 1.3".
    pub version: &'static str,
    /// Of the certificate's public key.
    pub key: Option<Fingerprint>,
}

/// Asks with a handshake and hangs up.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    match open(call).await {
        Ok(session) => Measured { fingerprint: session.key, ..answered(session.version) },
        Err(measured) => measured,
    }
}

/// Shakes hands, or says what came of it. Machines of the trixbox age know only TLS 1.0: they have answered, and with
/// a certificate, but there is no session with them.
pub(crate) async fn open(call: &Call<'_>) -> Result<Session, Measured> {
    let name = ServerName::IpAddress(call.story.ip().into());
    let config = config().map_err(|e| failed("tls", &std::io::Error::other(e)))?;
    let tcp = connect_tcp(call).await?;
    let until = Instant::now() + call.until.saturating_duration_since(Instant::now()) * FIRST_TRY / 10;
    let spoken = match timeout_at(until, TlsConnector::from(config).connect(name, tcp)).await {
        Ok(Ok(stream)) => {
            let (_, connection) = stream.get_ref();
            let version = connection.protocol_version().map_or("TLS", version_name);
            let certificate = connection.peer_certificates().and_then(<[_]>::first);
            let key = certificate.map(|c| key_fingerprint(c));
            return Ok(Session { stream, version, key });
        }
        Ok(Err(e)) => spoken_tls(&e),
        Err(_) => None,
    };
    let old = tls_old::ask(call).await;
    Err(match (old.outcome, spoken) {
        (Outcome::Answered, _) => old,
        (_, Some(said)) => answered(&said),
        (Outcome::Silent, None) if old.seen.is_some() => old,
        // Whatever became of the second connection, the first one was accepted.
        (_, None) => did_not_speak(&[], Ended::Quiet),
    })
}

/// What the peer said in TLS before the handshake failed; none when it spoke no TLS.
fn spoken_tls(error: &std::io::Error) -> Option<String> {
    let error = error.get_ref()?.downcast_ref::<rustls::Error>()?;
    let is_tls = matches!(
        error,
        rustls::Error::AlertReceived(_) | rustls::Error::PeerIncompatible(_) | rustls::Error::PeerMisbehaved(_)
    );
    is_tls.then(|| format!("TLS, {error}"))
}

fn version_name(version: ProtocolVersion) -> &'static str {
    if version == ProtocolVersion::TLSv1_3 {
        "TLS 1.3"
    } else if version == ProtocolVersion::TLSv1_2 {
        "TLS 1.2"
    } else {
        "TLS"
    }
}

/// Fingerprint of a certificate's public key, so that a renewed certificate is still the same machine. A certificate
/// that cannot be cut open counts as a whole.
pub(crate) fn key_fingerprint(certificate: &[u8]) -> Fingerprint {
    fingerprint::of_bytes(public_key_info(certificate).unwrap_or(certificate))
}

/// The subjectPublicKeyInfo of a certificate, its own header included (RFC 5280 section 4.1). Read by hand because
/// libraries refuse the version 1 certificates that old phone systems made for themselves.
pub(crate) fn public_key_info(certificate: &[u8]) -> Option<&[u8]> {
    const SEQUENCE: u8 = 0x30;
    let (outer, _) = element(certificate, SEQUENCE)?;
    let (mut rest, _) = element(outer, SEQUENCE)?;
    // [0] version, absent in version 1; then serial, signature, issuer, validity, subject.
    if let Some((_, after)) = element(rest, 0xa0) {
        rest = after;
    }
    for tag in [0x02, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE] {
        (_, rest) = element(rest, tag)?;
    }
    let (_, after) = element(rest, SEQUENCE)?;
    rest.get(..rest.len().checked_sub(after.len())?)
}

/// Content of the DER element at the start, and what follows it.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&first, rest) = bytes.split_first()?;
    let (&length, rest) = rest.split_first()?;
    if first != tag {
        return None;
    }
    let (length, rest) = match length {
        0..=0x7f => (usize::from(length), rest),
        0x81..=0x83 => {
            let (digits, rest) = rest.split_at_checked(usize::from(length - 0x80))?;
            (digits.iter().fold(0, |sum, d| sum << 8 | usize::from(*d)), rest)
        }
        _ => return None,
    };
    rest.split_at_checked(length)
}

fn config() -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut schemes = provider.signature_verification_algorithms.supported_schemes();
    // Offered for old machines' sake: no signature is relied on.
    schemes.extend([SignatureScheme::RSA_PKCS1_SHA1, SignatureScheme::ECDSA_SHA1_Legacy]);
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyCertificate { schemes }))
        .with_no_client_auth();
    config.enable_sni = false;
    config.resumption = Resumption::disabled();
    Ok(Arc::new(config))
}

/// Takes any certificate. Its key is reported and compared, never trusted.
#[derive(Debug)]
struct AnyCertificate {
    schemes: Vec<SignatureScheme>,
}

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::socket::ACCEPTED_WITHOUT_SPEAKING;
    use crate::net::testing::{ask, ask_briefly};
    use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;

    const KEY: &[u8] = include_bytes!("../../tests/fixtures/tls/test-only-key.der");
    const CERT: &[u8] = include_bytes!("../../tests/fixtures/tls/test-only-cert.der");
    const RENEWED: &[u8] = include_bytes!("../../tests/fixtures/tls/test-only-cert-renewed.der");
    const KEY_INFO: &[u8] = include_bytes!("../../tests/fixtures/tls/test-only-key-info.der");
    const OLD_CERT: &[u8] = include_bytes!("../../tests/fixtures/tls/old-cert.der");
    const OLD_KEY_INFO: &[u8] = include_bytes!("../../tests/fixtures/tls/old-key-info.der");
    /// What OpenSSL's `s_server`, told to speak TLS 1.0 only and given the old certificate, answers to our old hello.
    const OLD_FLIGHT: &[u8] = include_bytes!("../../tests/fixtures/tls/tls10-server-flight.bin");

    /// A real TLS server that answers HEAD inside.
    async fn serving(
        certificate: &'static [u8],
        versions: &[&'static rustls::SupportedProtocolVersion],
    ) -> std::net::SocketAddr {
        let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_protocol_versions(versions)
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from(certificate)],
                PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(KEY)),
            )
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((tcp, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(tcp).await else { continue };
                let mut buffer = [0u8; 1024];
                if stream.read(&mut buffer).await.is_ok_and(|length| buffer[..length].starts_with(b"HEAD / HTTP/1.1")) {
                    stream.write_all(b"HTTP/1.1 302 Found\r\nServer: nginx\r\n\r\n").await.unwrap();
                    stream.shutdown().await.unwrap();
                }
            }
        });
        address
    }

    /// A server that says these bytes to whatever it hears, and then waits for the visitor to leave.
    async fn reciting(answer: &'static [u8]) -> std::net::SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut buffer = [0u8; 4096];
                let _ = stream.read(&mut buffer).await;
                let _ = stream.write_all(answer).await;
                let _ = stream.shutdown().await;
                while stream.read(&mut buffer).await.is_ok_and(|length| length > 0) {}
            }
        });
        address
    }

    #[test]
    fn the_key_is_cut_out_as_openssl_cuts_it_out() {
        assert_eq!(public_key_info(CERT), Some(KEY_INFO));
        assert_eq!(public_key_info(RENEWED), Some(KEY_INFO));
        // Version 1, without the version field.
        assert_eq!(public_key_info(OLD_CERT), Some(OLD_KEY_INFO));
        for length in 0..CERT.len() {
            assert_eq!(public_key_info(&CERT[..length]), None);
        }
        assert_eq!(key_fingerprint(b"no certificate"), fingerprint::of_bytes(b"no certificate"));
    }

    #[tokio::test]
    async fn the_key_is_the_identity_and_not_the_certificate() {
        let measured = ask(ProbeKind::Tls, Transport::Tcp, serving(CERT, rustls::ALL_VERSIONS).await).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("TLS 1.3"));
        assert_eq!(measured.fingerprint, Some(fingerprint::of_bytes(KEY_INFO)));
        let older = serving(RENEWED, &[&rustls::version::TLS12]).await;
        let renewed = ask(ProbeKind::Tls, Transport::Tcp, older).await;
        assert_eq!(renewed.seen.as_deref(), Some("TLS 1.2"));
        assert_eq!(renewed.fingerprint, measured.fingerprint);
    }

    #[tokio::test]
    async fn a_page_behind_tls_is_known_by_the_key() {
        let measured = ask(ProbeKind::Https, Transport::Tcp, serving(CERT, rustls::ALL_VERSIONS).await).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("TLS 1.3, 302 Found, nginx"));
        assert_eq!(measured.fingerprint, Some(fingerprint::of_bytes(KEY_INFO)));
    }

    #[tokio::test]
    async fn a_machine_of_the_trixbox_age_has_answered() {
        let server = reciting(OLD_FLIGHT).await;
        for kind in [ProbeKind::Tls, ProbeKind::Https] {
            let measured = ask(kind, Transport::Tcp, server).await;
            assert_eq!(measured.outcome, Outcome::Answered, "{kind:?}");
            assert_eq!(measured.seen.as_deref(), Some("TLS 1.0 only"));
            assert_eq!(measured.fingerprint, Some(fingerprint::of_bytes(OLD_KEY_INFO)));
        }
    }

    #[tokio::test]
    async fn an_alert_is_tls_without_identity() {
        // Fatal, handshake failure.
        let measured = ask(ProbeKind::Tls, Transport::Tcp, reciting(&[21, 3, 1, 0, 2, 2, 40]).await).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("TLS alert 40"));
        assert_eq!(measured.fingerprint, None);
    }

    #[tokio::test]
    async fn what_speaks_no_tls_is_no_answer() {
        let server = reciting(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        for kind in [ProbeKind::Tls, ProbeKind::Https] {
            let measured = ask(kind, Transport::Tcp, server).await;
            assert_eq!(measured.outcome, Outcome::Silent, "{kind:?}");
            assert_eq!(measured.seen.as_deref(), Some("accepted, other protocol: HTTP/1.1 400 Bad Request"));
        }
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let measured = ask_briefly(ProbeKind::Tls, Transport::Tcp, listener.local_addr().unwrap()).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        assert_eq!(measured.seen.as_deref(), Some(ACCEPTED_WITHOUT_SPEAKING));
    }
}
