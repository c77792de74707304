// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title An honest token that anybody can have
/// @dev The dishonest ones derive from it.
contract PlainToken is ERC20("Plain", "PLAIN") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @dev As a token that rebases would.
    function burnFrom(address from, uint256 amount) external {
        _burn(from, amount);
    }
}
