//! As much of an HTTP/1.1 server as a router's or a phone's page needs: one request, one answer, then goodbye.
//! Everything read is capped.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longest request head.
const LONGEST_HEAD: usize = 8 * 1024;
/// Longest request body.
const LONGEST_BODY: usize = 16 * 1024;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Request {
    /// A header's value, the name in any letter case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Reads bytes up to and with the blank line. `None`: the peer left, or sent more than `longest`.
pub(super) async fn read_head<R: AsyncRead + Unpin>(
    stream: &mut R,
    rest: &mut Vec<u8>,
    longest: usize,
) -> io::Result<Option<Vec<u8>>> {
    loop {
        if let Some(end) = rest.windows(4).position(|w| w == b"\r\n\r\n") {
            let after = rest.split_off(end + 4);
            return Ok(Some(std::mem::replace(rest, after)));
        }
        if rest.len() > longest || stream.read_buf(rest).await? == 0 {
            return Ok(None);
        }
    }
}

/// Reads one request. `None`: it was no request, or too long.
pub(super) async fn read_request(stream: &mut TcpStream) -> io::Result<Option<Request>> {
    let mut rest = Vec::new();
    let Some(head) = read_head(stream, &mut rest, LONGEST_HEAD).await? else { return Ok(None) };
    let head = String::from_utf8_lossy(&head);
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(path), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    if !version.starts_with("HTTP/1.") {
        return Ok(None);
    }
    let headers = lines.filter_map(|l| l.split_once(':')).map(|(n, v)| (n.trim().to_owned(), v.trim().to_owned()));
    let mut request =
        Request { method: method.to_owned(), path: path.to_owned(), headers: headers.collect(), body: String::new() };
    let length = request.header("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
    if length > LONGEST_BODY {
        return Ok(None);
    }
    while rest.len() < length {
        if stream.read_buf(&mut rest).await? == 0 {
            return Ok(None);
        }
    }
    rest.truncate(length);
    request.body = String::from_utf8_lossy(&rest).into_owned();
    Ok(Some(request))
}

/// Writes one answer and says goodbye. A HEAD request gets the head alone.
pub(super) async fn answer(
    stream: &mut TcpStream,
    request: &Request,
    status: u16,
    server: &str,
    more: &str,
    body: &str,
) -> io::Result<()> {
    let reason = match status {
        200 => "OK",
        401 => "Unauthorized",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        _ => "Other",
    };
    let kind = if body.starts_with("<?xml") { "text/xml; charset=\"utf-8\"" } else { "text/html" };
    let mut text = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Server: {server}\r\n{more}\r\n",
        body.len()
    );
    if request.method != "HEAD" {
        text.push_str(body);
    }
    stream.write_all(text.as_bytes()).await?;
    stream.shutdown().await
}
