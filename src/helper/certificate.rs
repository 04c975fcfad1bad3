//! By which a standing helper is known: a certificate that it made itself and whose key the `helper-link` pins. Nobody
//! is asked to vouch for it, and no name in it means anything.

use std::sync::Arc;

use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::server::NoServerSessionStorage;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, ServerConfig, SignatureScheme};
use sha2::{Digest as _, Sha256};

use crate::net::tls::public_key_info;

/// Why there is no certificate to work with.
#[derive(Debug, thiserror::Error)]
pub enum NoIdentity {
    /// It could not be made.
    #[error("no certificate could be made: {0}")]
    NotMade(#[from] rcgen::Error),
    /// It could not be read.
    #[error("the certificate or its key is not in PEM form: {0}")]
    NotRead(#[from] rustls::pki_types::pem::Error),
    /// It could not be used.
    #[error("the certificate and its key do not fit: {0}")]
    NotUsable(#[from] rustls::Error),
}

/// A certificate and its key, in the form in which they are kept.
#[derive(Clone)]
pub struct Identity {
    /// PEM.
    pub certificate: String,
    /// PEM. Never shown, never logged.
    pub key: String,
}

impl Identity {
    /// A fresh one. It does not end: the pin is what is trusted.
    pub fn make() -> Result<Self, NoIdentity> {
        let key = rcgen::KeyPair::generate()?;
        let mut params = rcgen::CertificateParams::new(Vec::new())?;
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(rcgen::DnType::CommonName, "entrance helper");
        let certificate = params.self_signed(&key)?;
        Ok(Self { certificate: certificate.pem(), key: key.serialize_pem() })
    }

    fn chain(&self) -> Result<Vec<CertificateDer<'static>>, NoIdentity> {
        Ok(CertificateDer::pem_slice_iter(self.certificate.as_bytes()).collect::<Result<_, _>>()?)
    }

    /// What the link pins.
    pub fn pin(&self) -> Result<[u8; 32], NoIdentity> {
        Ok(pin_of(&CertificateDer::from_pem_slice(self.certificate.as_bytes())?))
    }

    /// How the server speaks TLS: no resumption, so that nothing is remembered of a visitor.
    pub fn server_config(&self) -> Result<Arc<ServerConfig>, NoIdentity> {
        let key = PrivateKeyDer::from_pem_slice(self.key.as_bytes())?;
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(self.chain()?, key)?;
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        config.max_early_data_size = 0;
        Ok(Arc::new(config))
    }
}

/// SHA-256 of the public key in a certificate, so that a renewed certificate needs no new link.
pub fn pin_of(certificate: &[u8]) -> [u8; 32] {
    Sha256::digest(public_key_info(certificate).unwrap_or(certificate)).into()
}

/// How an office speaks TLS with the helper of this pin, and with nobody else.
pub fn client_config(pin: [u8; 32]) -> Result<Arc<ClientConfig>, rustls::Error> {
    pinned(vec![pin], false)
}

/// How TLS is spoken with a web server that holds one of these keys. Such a server may have several names, so it is
/// told which one is meant.
pub fn web_config(pins: &[[u8; 32]]) -> Result<Arc<ClientConfig>, rustls::Error> {
    pinned(pins.to_vec(), true)
}

fn pinned(pins: Vec<[u8; 32]>, names_the_server: bool) -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = provider();
    let verifier = Arc::new(Pinned { pins, provider: Arc::clone(&provider) });
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.enable_sni = names_the_server;
    config.resumption = Resumption::disabled();
    Ok(Arc::new(config))
}

/// True when a handshake failed because another key than the pinned one was shown.
pub fn is_other_key(error: &std::io::Error) -> bool {
    let error = error.get_ref().and_then(|e| e.downcast_ref::<rustls::Error>());
    matches!(error, Some(rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)))
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Takes these keys, whatever else the certificate says. That the server holds it is proved by its signature.
#[derive(Debug)]
struct Pinned {
    pins: Vec<[u8; 32]>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.pins.contains(&pin_of(end_entity)) {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pin_belongs_to_the_key() {
        let one = Identity::make().unwrap();
        let other = Identity::make().unwrap();
        assert_eq!(one.pin().unwrap(), one.pin().unwrap());
        assert_ne!(one.pin().unwrap(), other.pin().unwrap());
        one.server_config().unwrap();
        let mixed = Identity { certificate: one.certificate, key: other.key };
        assert!(mixed.server_config().is_err());
    }
}
