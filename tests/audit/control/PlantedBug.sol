// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Everything a static analyser must see; if it is silent here, its silence elsewhere means nothing
contract PlantedBug {
    mapping(address account => uint256 amount) public balances;

    function deposit() external payable {
        balances[msg.sender] += msg.value;
    }

    /// @dev Pays before it writes.
    function withdraw() external {
        (bool isPaid, ) = msg.sender.call{value: balances[msg.sender]}("");
        require(isPaid);
        balances[msg.sender] = 0;
    }

    /// @dev Pays whoever is named.
    function give(address payable to) external {
        to.transfer(address(this).balance);
    }

    /// @dev Believes the wrong party.
    function seize(address from) external {
        require(tx.origin == from);
        balances[from] = 0;
    }

    /// @dev Draws lots that a miner can choose.
    function draw() external view returns (uint256) {
        return block.timestamp % 7;
    }
}
