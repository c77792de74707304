"""Tell whoever listens what happened: by a stream to browsers, by webhooks to other servers."""
