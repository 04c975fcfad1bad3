//! The helper's page at `/`, for whoever meets the helper in a log or opens its link. The words arrive; this makes
//! them HTML without scripts, pictures or anything fetched from elsewhere.

/// A page of a title and paragraphs.
pub fn html(lang: &str, title: &str, paragraphs: &[String]) -> String {
    let title = escaped(title);
    let body = paragraphs.iter().map(|p| escaped(p)).collect::<Vec<_>>().join("</p>\n<p>");
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<h1>{title}</h1>\n\
         <p>{body}</p>\n</html>\n",
        escaped(lang)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operators_words_are_no_markup() {
        let page = html("en", "A & B", &["<script>x</script>".to_owned()]);
        assert!(page.contains("<h1>A &amp; B</h1>") && page.contains("<p>&lt;script&gt;"));
    }
}
