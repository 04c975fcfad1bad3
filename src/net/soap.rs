//! HTTP to devices on the local network, and SOAP over it: bounded in time and size, no proxies, no redirects, and
//! only to the address that answered the search.

use std::net::{IpAddr, SocketAddr};
use std::sync::LazyLock;
use std::time::Duration;

use igd_next::RequestError;

use crate::net::xml::{self, Element};

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(2);
/// Longest wait for a whole answer.
const WHOLE: Duration = Duration::from_secs(5);
/// Largest device description.
const DESCRIPTION: usize = 256 * 1024;
/// Largest answer to a request.
const ANSWER: usize = 64 * 1024;

/// One client for all devices; miniupnpd closes every connection, so nothing is pooled.
static CLIENT: LazyLock<Option<reqwest::Client>> = LazyLock::new(|| {
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .http1_only()
        .http1_title_case_headers()
        .http1_allow_spaces_after_header_name_in_responses(true)
        .http1_allow_obsolete_multiline_headers_in_responses(true)
        .http1_ignore_invalid_headers_in_responses(true)
        .connect_timeout(CONNECT)
        .timeout(WHOLE)
        .pool_max_idle_per_host(0)
        .build()
        .ok()
});

/// A place on one device, as it named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Address and port in the story.
    pub at: SocketAddr,
    /// Where a socket really goes.
    pub real: SocketAddr,
    /// Path and query.
    pub path: String,
}

/// Why a device gave no proper answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It answered with this UPnP error.
    Code(u16),
    /// Nothing came.
    NoAnswer,
    /// Something came that is no answer; one line of why.
    NotProper(String),
}

/// Reads an address that a device named. Only the responder's own address is believed, on any port: one telnet or
/// settings page of a neighbour must not be asked on a stranger's word.
pub fn place(url: &str, responder: IpAddr) -> Option<(SocketAddr, String)> {
    let rest = url.trim().strip_prefix("http://").or_else(|| url.trim().strip_prefix("HTTP://"))?;
    let (host, path) = rest.find('/').map_or((rest, "/"), |slash| rest.split_at(slash));
    let at = match host.parse::<SocketAddr>() {
        Ok(at) => at,
        Err(_) => SocketAddr::new(host.parse().ok()?, 80),
    };
    let clean = path.len() <= 1024 && path.chars().all(|c| c.is_ascii_graphic());
    (at.ip() == responder && clean && at.port() != 0).then(|| (at, path.to_owned()))
}

/// Fetches a device description.
pub async fn fetch(place: &Place) -> Result<Element, Trouble> {
    let client = CLIENT.as_ref().ok_or(Trouble::NoAnswer)?;
    let request = client.get(url(place)).header("Host", place.at.to_string());
    let (status, body) = send(request, DESCRIPTION).await?;
    if status != 200 {
        return Err(Trouble::NotProper(format!("HTTP {status}")));
    }
    xml::read(&body).map_err(|e| Trouble::NotProper(e.to_string()))
}

/// Calls one action of a service.
pub async fn call(
    place: &Place,
    service: &str,
    action: &str,
    arguments: &[(&str, String)],
) -> Result<Element, Trouble> {
    let argument = |(name, value): &(&str, String)| {
        let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        ["<", name, ">", &value, "</", name, ">"].concat()
    };
    let inner: String = arguments.iter().map(argument).collect();
    let body = format!(
        "<?xml version=\"1.0\"?>\r\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:{action} xmlns:u=\"{service}\">\
         {inner}</u:{action}></s:Body></s:Envelope>\r\n"
    );
    let tree = post(place, &format!("\"{service}#{action}\""), body).await?.1;
    answer(&tree)
}

/// A fault becomes its code; anything else is the answer's own element.
fn answer(tree: &Element) -> Result<Element, Trouble> {
    if let Some(error) = tree.find("UPnPError").or_else(|| tree.find("Fault")) {
        let code = error.find("errorCode").and_then(|c| c.text.trim().parse().ok());
        return Err(code.map_or_else(|| Trouble::NotProper("fault without a code".to_owned()), Trouble::Code));
    }
    let body = tree.child("Body").ok_or_else(|| Trouble::NotProper("no SOAP body".to_owned()))?;
    Ok(body.children.first().cloned().unwrap_or_default())
}

async fn post(place: &Place, action: &str, body: String) -> Result<(Vec<u8>, Element), Trouble> {
    let client = CLIENT.as_ref().ok_or(Trouble::NoAnswer)?;
    let request = client
        .post(url(place))
        .header("Host", place.at.to_string())
        .header("Content-Type", "text/xml; charset=\"utf-8\"")
        .header("SOAPAction", action)
        .body(body);
    let (status, bytes) = send(request, ANSWER).await?;
    let tree = xml::read(&bytes).map_err(|e| Trouble::NotProper(format!("HTTP {status}, the body {e}")))?;
    Ok((bytes, tree))
}

fn url(place: &Place) -> String {
    format!("http://{}{}", place.real, place.path)
}

/// Sends and reads piece by piece, so that an endless body ends at its bound.
async fn send(request: reqwest::RequestBuilder, most: usize) -> Result<(u16, Vec<u8>), Trouble> {
    let mut response = request.send().await.map_err(|_| Trouble::NoAnswer)?;
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|_| Trouble::NoAnswer)? {
        if body.len() + piece.len() > most {
            return Err(Trouble::NotProper("the answer does not end".to_owned()));
        }
        body.extend_from_slice(&piece);
    }
    Ok((response.status().as_u16(), body))
}

/// Carries igd-next's requests over our bounded client and through the gate.
#[derive(Clone, Debug)]
pub struct Lan;

impl igd_next::aio::Provider for Lan {
    async fn send_async(url: &str, action: &str, body: &str) -> Result<String, RequestError> {
        let wrong = || RequestError::InvalidResponse(String::new());
        let rest = url.strip_prefix("http://").ok_or_else(wrong)?;
        let slash = rest.find('/').ok_or_else(wrong)?;
        let (host, path) = rest.split_at(slash);
        let at: SocketAddr = host.parse().map_err(|_| wrong())?;
        let place = Place { at, real: at, path: path.to_owned() };
        let (bytes, tree) = post(&place, action, body.to_owned()).await.map_err(|_| wrong())?;
        match answer(&tree) {
            Ok(_) => String::from_utf8(bytes).map_err(|_| wrong()),
            Err(Trouble::Code(code)) => Err(RequestError::ErrorCode(code, String::new())),
            Err(Trouble::NoAnswer | Trouble::NotProper(_)) => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_responder_itself_is_believed() {
        let router: IpAddr = "192.168.77.1".parse().unwrap();
        let good = |url: &str| place(url, router).map(|(at, path)| format!("{at}{path}"));
        assert_eq!(good("http://192.168.77.1:5000/rootDesc.xml").as_deref(), Some("192.168.77.1:5000/rootDesc.xml"));
        assert_eq!(good("http://192.168.77.1").as_deref(), Some("192.168.77.1:80/"));
        for url in [
            "http://192.168.77.2:5000/x",
            "https://192.168.77.1/x",
            "http://router.local/x",
            "http://192.168.77.1@evil/x",
            "http://192.168.77.1:0/x",
            "http://192.168.77.1/a\r\nX: y",
            "",
        ] {
            assert_eq!(good(url), None, "{url}");
        }
    }

    #[test]
    fn faults_without_words_and_with_blanks_still_have_their_code() {
        let fault = |code: &str| {
            let body = format!(
                "<s:Envelope xmlns:s='e'><s:Body><s:Fault><detail><UPnPError><errorCode>{code}</errorCode>\
                 </UPnPError></detail></s:Fault></s:Body></s:Envelope>"
            );
            answer(&xml::read(body.as_bytes()).unwrap())
        };
        assert_eq!(fault(" 718 "), Err(Trouble::Code(718)));
        assert!(matches!(fault("many"), Err(Trouble::NotProper(_))));
    }
}
