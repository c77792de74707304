// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PlainToken} from "./PlainToken.sol";

/// @title Calls back, whatever it was told to, before and after each move, as a token with hooks would
contract ReenteringToken is PlainToken {
    address public target;
    bool public wasTried;
    bool public isIn;
    bytes4 public fault;
    bytes public data;
    bool private _isCalling;

    function aim(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
    }

    function _update(address from, address to, uint256 amount) internal override {
        _callBack();
        super._update(from, to, amount);
        _callBack();
    }

    function _callBack() private {
        if (target == address(0) || _isCalling) return;
        _isCalling = true;
        // solhint-disable-next-line avoid-low-level-calls
        (bool isDone, bytes memory reason) = target.call(data);
        (wasTried, isIn, fault, _isCalling) = (true, isIn || isDone, bytes4(reason), false);
    }
}
