// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IEditions} from "./interfaces/IEditions.sol";
import {Cid} from "./libraries/Cid.sol";
import {Shares} from "./libraries/Shares.sol";
import {Governed} from "./parts/Governed.sol";
import {KeptFees} from "./parts/KeptFees.sol";
import {Openings} from "./parts/Openings.sol";
import {Sales} from "./parts/Sales.sol";

/// @title Works of admitted artists in copies, where the token id is the content
/// @dev The manual is `IEditions`. Every way in asks a contract whether it takes copies (ERC-1155), so none
/// is ever stranded in the contracts of the market: they do not.
contract Editions is ERC1155, Openings, IERC2981 {
    /// @notice The most copies one mint can make.
    uint256 public constant MINT_LIMIT = 100;

    address private immutable MARKET;

    /// @inheritdoc IEditions
    mapping(uint256 edition => mapping(address account => uint256 copies)) public mintedTo;

    constructor(
        Wiring memory wiring,
        uint16 primaryFeeBps
    )
        ERC1155("")
        Governed(wiring.treasury)
        Sales(wiring.royalties, primaryFeeBps, 0)
        KeptFees(wiring.currencies)
        Openings(IArtwork(wiring.artwork))
    {
        MARKET = wiring.market;
    }

    /// @inheritdoc IEditions
    function mint(
        uint256 edition,
        uint256 copies,
        address to,
        uint256 price,
        uint256 limit,
        bytes32[] calldata proof
    ) external payable nonReentrant {
        Edition memory found = _onSale(edition, copies);
        Proceeds memory sale = _firstSale(edition, found, copies);
        if (price != sale.price) revert PaymentWrong(price, sale.price);
        _checkPayment(sale.currency, price);
        _countMint(edition, copies, to, limit, proof);

        // The number fits: a mint adds at most MINT_LIMIT, and nobody lives to make 2^48 copies.
        _editions[edition].minted = uint48(found.minted + copies);
        emit CopiesMinted(
            edition, sale.artist, to, sale.payer, found.minted + 1, copies, sale.currency, price, sale.fee
        );
        _mint(to, edition, copies, "");
        _distribute(sale);
    }

    /// @inheritdoc IEditions
    function freeze(uint256 edition) external {
        Edition memory found = _existing(edition);
        if (msg.sender != found.artist) revert NotArtistOf(edition, msg.sender);
        if (found.isFrozen) revert EditionEnded(edition);
        _editions[edition].isFrozen = true;
        emit EditionFrozen(edition, msg.sender, found.minted);
    }

    /// @inheritdoc IEditions
    function handOver(
        uint256 edition,
        uint256 copies,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit) {
        if (msg.sender != MARKET) revert NotMarket(msg.sender);
        Edition memory found = _existing(edition);
        _checkAuthorized(msg.sender, from);
        _safeTransferFrom(from, to, edition, copies, "");
        return (found.artist, found.royaltyBps, found.isSplit);
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 edition, uint256 price) external view returns (address, uint256) {
        Edition memory found = _existing(edition);
        address receiver = found.isSplit ? ROYALTIES.receiverOf(edition) : found.artist;
        return (receiver, Shares.floorOf(price, found.royaltyBps));
    }

    /// @inheritdoc IEditions
    function market() external view returns (address) {
        return MARKET;
    }

    /// @notice Where the metadata of an edition is: its id, written as a CID.
    function uri(uint256 edition) public view override returns (string memory) {
        _existing(edition);
        return string.concat("ipfs://", Cid.toText(edition));
    }

    /// @dev The market is trusted or not in `Artwork`, for works and copies at once.
    function isApprovedForAll(address owner, address operator) public view override returns (bool) {
        if (operator == MARKET) return ARTWORK.trustsMarket(owner);
        return super.isApprovedForAll(owner, operator);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC1155, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev An approval that says nothing would mislead.
    function _setApprovalForAll(address owner, address operator, bool approved) internal override {
        if (operator == MARKET) revert TrustKeptByArtwork(address(ARTWORK));
        super._setApprovalForAll(owner, operator, approved);
    }

    /// @dev Count what is minted to an account where a limit asks for it, and hold the limit.
    function _countMint(
        uint256 edition,
        uint256 copies,
        address to,
        uint256 limit,
        bytes32[] calldata proof
    ) private {
        Terms storage terms = _terms[edition];
        if (block.timestamp < terms.publicAt) {
            bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(to, limit))));
            if (!MerkleProof.verifyCalldata(proof, terms.allowlist, leaf)) revert NotOnAllowlist(to, limit);
        } else {
            limit = terms.walletLimit;
            if (limit == 0) return;
        }
        uint256 minted = mintedTo[edition][to];
        if (minted + copies > limit) revert WalletLimitExceeded(to, minted, copies, limit);
        mintedTo[edition][to] = minted + copies;
    }

    /// @dev The edition, where this many copies of it can be minted now.
    function _onSale(uint256 edition, uint256 copies) private view returns (Edition memory found) {
        _openPolicy();
        if (copies == 0 || copies > MINT_LIMIT) revert CopiesOutOfBounds(copies, MINT_LIMIT);
        found = _existing(edition);
        Terms storage terms = _terms[edition];
        if (found.isFrozen) revert EditionEnded(edition);
        if (block.timestamp < terms.opensAt) revert EditionNotOpen(terms.opensAt, block.timestamp);
        if (block.timestamp > terms.closesAt) revert EditionClosed(terms.closesAt, block.timestamp);
        uint256 size = terms.size;
        if (size != 0 && copies > size - found.minted) revert CopiesExceeded(copies, size - found.minted);
        _requireArtist(found.artist);
    }

    /// @dev Of a first sale the artist is the seller: no royalty.
    function _firstSale(
        uint256 edition,
        Edition memory sold,
        uint256 copies
    ) private view returns (Proceeds memory sale) {
        Terms storage terms = _terms[edition];
        sale.currency = terms.currency;
        sale.payer = msg.sender;
        sale.seller = sold.artist;
        sale.artist = sold.artist;
        sale.work = edition;
        sale.isSplit = sold.isSplit;
        sale.price = copies * terms.price;
        sale.fee = Shares.floorOf(sale.price, sold.feeBps);
    }
}
