// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The cheat codes of forge that the bench uses
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function eip712HashStruct(string calldata type_, bytes calldata fields) external pure returns (bytes32);
    function deployCode(string calldata artifact, bytes calldata arguments) external returns (address);
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);
    function getNonce(address account) external view returns (uint64);
    function warp(uint256 timestamp) external;
    function getBlockTimestamp() external view returns (uint256);
    function roll(uint256 number) external;
    function chainId(uint256 id) external;
    function getChainId() external view returns (uint256);
    function deal(address account, uint256 balance) external;
    function etch(address account, bytes calldata code) external;
    function toString(address account) external pure returns (string memory);
    function mockCall(address callee, bytes calldata data, bytes calldata result) external;
    function label(address account, string calldata name) external;
    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function assume(bool condition) external pure;
    function expectRevert(bytes calldata data) external;
    function expectRevert(bytes4 selector) external;
    function expectPartialRevert(bytes4 selector) external;
    function expectEmit(address emitter) external;
    function expectCall(address callee, bytes calldata data, uint64 count) external;
    function load(address account, bytes32 slot) external view returns (bytes32);
    function store(address account, bytes32 slot, bytes32 value) external;
    function getCode(string calldata artifact) external view returns (bytes memory);
    function computeCreate2Address(
        bytes32 salt,
        bytes32 codeHash,
        address deployer
    ) external pure returns (address);
    function record() external;
    function accesses(address account) external returns (bytes32[] memory reads, bytes32[] memory writes);
    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);
    function assertTrue(bool condition, string calldata otherwise) external pure;
    function assertEq(uint256 found, uint256 meant, string calldata what) external pure;
    function assertEq(address found, address meant, string calldata what) external pure;
    function assertEq(string calldata found, string calldata meant, string calldata what) external pure;
    function assertEq(bytes32 found, bytes32 meant, string calldata what) external pure;
    function assertLe(uint256 found, uint256 limit, string calldata what) external pure;
    function assertGe(uint256 found, uint256 least, string calldata what) external pure;
}

/// @title Where forge listens
abstract contract Cheats {
    // solhint-disable-next-line const-name-snakecase
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev A fuzzed number, folded into `lowest` to `highest`.
    function bound(uint256 any, uint256 lowest, uint256 highest) internal pure returns (uint256) {
        if (any >= lowest && any <= highest) return any;
        return lowest + (any % (highest - lowest + 1));
    }

    /// @dev Deploy what an artifact holds, and fail as its constructor does.
    function build(string memory artifact, bytes memory arguments) public returns (address built) {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        assembly ("memory-safe") {
            built := create(0, add(code, 32), mload(code))
            if iszero(built) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }
}
