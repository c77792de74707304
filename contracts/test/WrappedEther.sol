// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title Ether as a token, with the manners of WETH9
contract WrappedEther is ERC20("Wrapped Ether", "WETH") {
    error WithdrawalRefused(address account);

    receive() external payable {
        deposit();
    }

    function withdraw(uint256 amount) external {
        _burn(msg.sender, amount);
        // solhint-disable-next-line avoid-low-level-calls
        (bool isPaid, ) = msg.sender.call{value: amount}("");
        if (!isPaid) revert WithdrawalRefused(msg.sender);
    }

    function deposit() public payable {
        _mint(msg.sender, msg.value);
    }
}
