// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {Orders} from "./Orders.sol";

/// @title Bundles: several works at one price, all or none
abstract contract Bundles is Orders {
    /// @notice The most works a bundle can have.
    uint256 public constant BUNDLE_LIMIT = 20;

    bytes32 private constant ITEM_TYPEHASH = keccak256("Item(uint256 work,uint40 transferCount)");
    bytes32 private constant BUNDLE_TYPEHASH = keccak256(
        "Bundle(address seller,Item[] items,address currency,uint256 price,uint16 maxFeeBps,"
        "uint64 expiresAt,uint64 epoch,address buyer)Item(uint256 work,uint40 transferCount)"
    );

    /// @inheritdoc IMarket
    function buyBundle(Bundle calldata bundle, bytes calldata signature) external payable nonReentrant {
        Policy memory current = _openPolicy();
        uint256 count = bundle.items.length;
        if (count == 0 || count > BUNDLE_LIMIT) revert BundleSize(count, BUNDLE_LIMIT);
        bytes32 order = bundleDigest(bundle);
        _checkTerms(bundle.expiresAt, bundle.buyer);
        _checkPayment(bundle.currency, bundle.price);
        _checkOpen(order);
        _checkSignature(bundle.seller, order, signature);

        Proceeds[] memory sales = new Proceeds[](count);
        for (uint256 i = 0; i < count; ++i) {
            sales[i] = _handOverItem(bundle, i, current);
            _emitWorkSold(sales[i], msg.sender, order);
        }
        _distributeAll(sales);
    }

    /// @inheritdoc IMarket
    function cancelBundle(Bundle calldata bundle) external {
        _cancel(bundleDigest(bundle), bundle.seller);
    }

    /// @inheritdoc IMarket
    function bundleDigest(Bundle calldata bundle) public view returns (bytes32) {
        bytes32[] memory items = new bytes32[](bundle.items.length);
        for (uint256 i = 0; i < items.length; ++i) {
            items[i] = keccak256(abi.encode(ITEM_TYPEHASH, bundle.items[i]));
        }
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        BUNDLE_TYPEHASH,
                        bundle.seller,
                        keccak256(abi.encodePacked(items)),
                        bundle.currency,
                        bundle.price,
                        bundle.maxFeeBps,
                        bundle.expiresAt,
                        bundle.epoch,
                        bundle.buyer
                    )
                )
            );
    }

    /// @dev The price's remainder goes with the last item.
    function _handOverItem(
        Bundle calldata bundle,
        uint256 index,
        Policy memory current
    ) private returns (Proceeds memory sale) {
        Item calldata item = bundle.items[index];
        uint256 count = bundle.items.length;
        sale.currency = bundle.currency;
        sale.payer = msg.sender;
        sale.seller = bundle.seller;
        sale.work = item.work;
        sale.price = bundle.price / count;
        if (index == count - 1) sale.price += bundle.price % count;
        uint16 royaltyBps;
        (sale.artist, royaltyBps, sale.isSplit) = ARTWORK.handOverListed(
            item.work, item.transferCount, bundle.epoch, bundle.seller, msg.sender
        );
        _divide(sale, royaltyBps, current, bundle.maxFeeBps);
    }

    /// @dev As `_distribute` for each, but seller and DAO are paid once for all.
    function _distributeAll(Proceeds[] memory sales) private {
        uint256 rest;
        uint256 fee;
        for (uint256 i = 0; i < sales.length; ++i) {
            Proceeds memory sale = sales[i];
            uint256 part = sale.price - sale.fee - sale.royalty;
            fee += sale.fee;
            if (sale.seller == sale.artist && sale.isSplit) {
                _payIncome(sale, part);
            } else {
                rest += part;
                _payIncome(sale, sale.royalty);
            }
        }
        _payFrom(sales[0].currency, msg.sender, sales[0].seller, rest);
        _payFee(sales[0].currency, msg.sender, fee);
    }
}
