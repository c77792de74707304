"""Show what is minted: works, their pictures, and the content behind them."""
