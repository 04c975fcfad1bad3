//! Asks a vendor's web server for its note of the newest version. One GET over TLS to a server of a pinned key: no
//! cookie, no version, no language and no name goes along, and no redirect is followed.

use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::body::Bytes;
use hyper::header::HOST;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::domain::newer::MOST_BYTES;
use crate::domain::preset::NewerAt;
use crate::helper::certificate;

/// All of it, from the name to the last byte.
const WHOLE: Duration = Duration::from_secs(10);
/// One address of the server; the next one is tried after that.
const CONNECTING: Duration = Duration::from_secs(3);
/// Addresses of one name that are tried.
const MOST_ADDRESSES: usize = 3;

/// Why there is no answer. For the log alone: nobody is bothered with it.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// It took too long.
    #[error("no answer in time")]
    Slow,
    /// Nobody was reached there.
    #[error("not reached")]
    Unreached,
    /// Another key than a pinned one, or no TLS.
    #[error("the server does not hold the key of the preset")]
    OtherKey,
    /// It spoke no proper HTTP, or too much of it.
    #[error("not understood, or too much")]
    NotUnderstood,
    /// Another answer than 200.
    #[error("status {0}")]
    Status(u16),
}

/// The note, as it came.
pub async fn ask(at: &NewerAt) -> Result<Vec<u8>, NoAnswer> {
    timeout(WHOLE, ask_patiently(at)).await.unwrap_or(Err(NoAnswer::Slow))
}

async fn ask_patiently(at: &NewerAt) -> Result<Vec<u8>, NoAnswer> {
    let tls = connect(at).await?;
    let request = Request::builder()
        .method(Method::GET)
        .uri(at.ask.path.as_str())
        .header(HOST, at.ask.authority())
        .body(Empty::<Bytes>::new())
        .map_err(|_| NoAnswer::NotUnderstood)?;
    let (mut sender, connection) = hyper::client::conn::http1::Builder::new()
        .max_headers(64)
        .max_buf_size(16 * 1024)
        .handshake(TokioIo::new(tls))
        .await
        .map_err(|_| NoAnswer::NotUnderstood)?;
    let asked = async {
        let answer = sender.send_request(request).await.map_err(|_| NoAnswer::NotUnderstood)?;
        if answer.status() != StatusCode::OK {
            return Err(NoAnswer::Status(answer.status().as_u16()));
        }
        let body = Limited::new(answer.into_body(), MOST_BYTES).collect().await;
        Ok(body.map_err(|_| NoAnswer::NotUnderstood)?.to_bytes().to_vec())
    };
    let (mut asked, mut connection) = (std::pin::pin!(asked), std::pin::pin!(connection));
    tokio::select! {
        biased;
        answered = &mut asked => answered,
        // The connection may be over before its last words are read.
        _ended = &mut connection => asked.await,
    }
}

async fn connect(at: &NewerAt) -> Result<TlsStream<TcpStream>, NoAnswer> {
    let config = certificate::web_config(&at.pins).map_err(|_| NoAnswer::OtherKey)?;
    let name = ServerName::try_from(at.ask.host.clone()).map_err(|_| NoAnswer::Unreached)?;
    let looked_up = tokio::net::lookup_host((at.ask.host.as_str(), at.ask.port)).await;
    let places: Vec<SocketAddr> = looked_up.map_err(|_| NoAnswer::Unreached)?.take(MOST_ADDRESSES).collect();
    for place in places {
        if let Ok(Ok(tcp)) = timeout(CONNECTING, TcpStream::connect(place)).await {
            return TlsConnector::from(config).connect(name, tcp).await.map_err(|_| NoAnswer::OtherKey);
        }
    }
    Err(NoAnswer::Unreached)
}
