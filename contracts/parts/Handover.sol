// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../interfaces/IArtwork.sol";
import {IMarket} from "../interfaces/IMarket.sol";
import {PackedERC721} from "./PackedERC721.sol";

/// @title Works that market and auction house may hand over, as long as their owner trusts them
abstract contract Handover is PackedERC721, IArtwork {
    address internal immutable MARKET;
    address internal immutable AUCTION_HOUSE;

    mapping(uint256 number => address artist) internal _artists;

    modifier onlyMarkets() {
        if (!_isMarket(msg.sender)) revert NotMarket(msg.sender);
        _;
    }

    constructor(address market_, address auctionHouse_) {
        MARKET = market_;
        AUCTION_HOUSE = auctionHouse_;
    }

    /// @inheritdoc IArtwork
    function handOver(
        uint256 work,
        address from,
        address to
    ) external onlyMarkets returns (address artist, uint16 royaltyBps, bool isSplit) {
        return _handOver(_existing(work), work, from, to);
    }

    /// @inheritdoc IArtwork
    function handOverListed(
        uint256 work,
        uint40 transferCount,
        uint64 epoch,
        address from,
        address to
    ) external onlyMarkets returns (address artist, uint16 royaltyBps, bool isSplit) {
        Work memory state = _existing(work);
        if (transferCount != state.transferCount) {
            revert IMarket.ListingStale(transferCount, state.transferCount);
        }
        uint64 current = _standings[from].epoch;
        if (epoch != current) revert IMarket.EpochPassed(epoch, current);
        return _handOver(state, work, from, to);
    }

    /// @inheritdoc IArtwork
    function handOverOffered(
        uint256 work,
        uint64 epoch,
        address from,
        address to
    ) external onlyMarkets returns (address artist, uint16 royaltyBps, bool isSplit) {
        uint64 current = _standings[to].epoch;
        if (epoch != current) revert IMarket.EpochPassed(epoch, current);
        return _handOver(_existing(work), work, from, to);
    }

    /// @inheritdoc IArtwork
    function raiseEpoch(address account) external returns (uint64 epoch) {
        if (msg.sender != MARKET) revert NotMarket(msg.sender);
        epoch = ++_standings[account].epoch;
    }

    /// @inheritdoc IArtwork
    function setMarketTrust(bool trusted) external {
        _setApprovalForAll(msg.sender, MARKET, trusted);
    }

    /// @inheritdoc IArtwork
    function epochs(address account) external view returns (uint64) {
        return _standings[account].epoch;
    }

    /// @inheritdoc IArtwork
    function trustsMarket(address owner) external view returns (bool) {
        return !_standings[owner].distrustsMarket;
    }

    /// @inheritdoc IArtwork
    function market() external view returns (address) {
        return MARKET;
    }

    /// @inheritdoc IArtwork
    function auctionHouse() external view returns (address) {
        return AUCTION_HOUSE;
    }

    /// @notice Whether an operator may move all works of an owner.
    /// @dev Both houses may unless the owner said otherwise, so that listing needs no transaction.
    function isApprovedForAll(address owner, address operator) public view override returns (bool) {
        if (_isMarket(operator)) return !_standings[owner].distrustsMarket;
        return super.isApprovedForAll(owner, operator);
    }

    /// @dev Nothing gets stuck: these contracts hold no work, but the auction house those it took itself.
    function _update(address to, uint256 work, address auth) internal override returns (address from) {
        bool isTaken = to == AUCTION_HOUSE && msg.sender == AUCTION_HOUSE;
        if (!isTaken && (_isMarket(to) || to == address(this))) revert TransferRefused(to);
        return super._update(to, work, auth);
    }

    /// @dev One switch: approving one of the houses and trusting both are the same.
    function _setApprovalForAll(address owner, address operator, bool approved) internal override {
        if (!_isMarket(operator)) return super._setApprovalForAll(owner, operator, approved);
        _standings[owner].distrustsMarket = !approved;
        emit ApprovalForAll(owner, MARKET, approved);
        emit ApprovalForAll(owner, AUCTION_HOUSE, approved);
        emit MarketTrustChanged(owner, approved);
    }

    function _existing(uint256 work) internal view returns (Work memory state) {
        state = _works[work];
        if (state.owner == address(0)) revert WorkMissing(work);
    }

    /// @dev No receiver check: who buys or bids asked for the work.
    function _handOver(
        Work memory state,
        uint256 work,
        address from,
        address to
    ) private returns (address artist, uint16 royaltyBps, bool isSplit) {
        if (state.owner != from) revert ERC721IncorrectOwner(from, work, state.owner);
        _update(to, work, msg.sender);
        return (_artists[state.artistNumber], state.royaltyBps, state.isSplit);
    }

    function _isMarket(address account) private view returns (bool) {
        return account == MARKET || account == AUCTION_HOUSE;
    }
}
