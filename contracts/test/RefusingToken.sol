// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PlainToken} from "./PlainToken.sol";

/// @title Moves nothing to accounts on its list; it refuses in several manners
contract RefusingToken is PlainToken {
    enum Manner {
        Take,
        Revert,
        ReturnFalse,
        BurnGas,
        Bomb
    }

    uint256 private constant RUBBLE = 1_500 * 32;

    mapping(address account => Manner manner) public manners;
    uint256 private _turns;

    error Blocked(address account);
    error Boom(bytes rubble);

    function setManner(address account, Manner manner) external {
        manners[account] = manner;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return _takes(to) && super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return _takes(to) && super.transferFrom(from, to, amount);
    }

    function _takes(address to) private returns (bool) {
        Manner manner = manners[to];
        if (manner == Manner.Revert) revert Blocked(to);
        if (manner == Manner.Bomb) revert Boom(new bytes(RUBBLE));
        while (manner == Manner.BurnGas) ++_turns;
        return manner == Manner.Take;
    }
}
